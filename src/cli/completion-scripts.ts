/** The shells a script is there for. */
export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof SHELLS)[number];

/** What each shell reads to complete `bylaw`: it asks `bylaw` itself, so that commands, options and values are those of today. */
export const COMPLETION_SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# bylaw completion bash > ~/.local/share/bash-completion/completions/bylaw
_bylaw() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(bylaw completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _bylaw bylaw
`,
  zsh: `#compdef bylaw
# bylaw completion zsh > a file named _bylaw in a folder of $fpath
_bylaw() {
  local -a found
  found=("\${(@f)$(bylaw completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=(\${found:#})
  if (( \${#found} )); then
    _describe bylaw found
  else
    _files
  fi
}
if [[ $funcstack[1] == _bylaw ]]; then
  _bylaw "$@"
else
  compdef _bylaw bylaw
fi
`,
  fish: `# bylaw completion fish > ~/.config/fish/completions/bylaw.fish
function __bylaw_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found (bylaw completion fish -- $words[2..-1] 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c bylaw -f -a '(__bylaw_complete)'
`,
  powershell: `# bylaw completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName bylaw -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($wordToComplete -eq '') { $words += '""' }
    bylaw completion powershell -- @words 2>$null | ForEach-Object {
        $value, $about = $_ -split "\`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
    }
}
`,
};
