{{- define "bylaw.labels" -}}
app.kubernetes.io/name: bylaw
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- /* One process without Redis: two would each hold a queue of their own, and review everything twice. */}}
{{- define "bylaw.guard" -}}
{{- if and (not .Values.redis.existingSecret) (or (gt (int .Values.replicas) 1) (gt (int .Values.workers) 0)) }}
{{- fail "more than one process needs Redis: set redis.existingSecret, or replicas to 1 and workers to 0" }}
{{- end }}
{{- end }}

{{- /* One pod's specification; called with the root and the role of its process. */}}
{{- define "bylaw.pod" -}}
{{- $values := .root.Values }}
metadata:
  labels:
    {{- include "bylaw.labels" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .role }}
spec:
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ add $values.drainSeconds 15 }}
  {{- with $values.imagePullSecrets }}
  imagePullSecrets: {{- toYaml . | nindent 4 }}
  {{- end }}
  securityContext:
    runAsNonRoot: true
    runAsUser: 1000
    runAsGroup: 1000
    fsGroup: 1000
    seccompProfile: { type: RuntimeDefault }
  containers:
    - name: bylaw
      image: "{{ $values.image.repository }}:{{ $values.image.tag | default .root.Chart.AppVersion }}"
      imagePullPolicy: {{ $values.image.pullPolicy }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: { drop: [ALL] }
      env:
        - name: APP_ID
          valueFrom: { secretKeyRef: { name: "{{ $values.credentials.existingSecret }}", key: APP_ID } }
        - name: PRIVATE_KEY
          valueFrom: { secretKeyRef: { name: "{{ $values.credentials.existingSecret }}", key: PRIVATE_KEY } }
        - name: WEBHOOK_SECRET
          valueFrom: { secretKeyRef: { name: "{{ $values.credentials.existingSecret }}", key: WEBHOOK_SECRET } }
        {{- if $values.redis.existingSecret }}
        - name: REDIS_URL
          valueFrom: { secretKeyRef: { name: "{{ $values.redis.existingSecret }}", key: "{{ $values.redis.key }}" } }
        {{- end }}
        - { name: BYLAW_ROLE, value: "{{ .role }}" }
        - { name: GITHUB_API_URL, value: "{{ $values.githubApiUrl }}" }
        - { name: ALLOWED_OWNERS, value: "{{ join "," $values.allowedOwners }}" }
        - { name: BYLAW_SITE_URL, value: "{{ $values.siteUrl }}" }
        - { name: LOG_LEVEL, value: "{{ $values.logLevel }}" }
        - { name: BYLAW_SWEEP_MINUTES, value: "{{ $values.sweepMinutes }}" }
        - { name: BYLAW_DRAIN_SECONDS, value: "{{ $values.drainSeconds }}" }
        - { name: PORT, value: "3000" }
        {{- if $values.metrics.enabled }}
        - { name: METRICS_PORT, value: "{{ $values.metrics.port }}" }
        - { name: METRICS_HOST, value: "0.0.0.0" }
        {{- end }}
        {{- if $values.audit.existingClaim }}
        - { name: AUDIT_LOG, value: "/audit" }
        {{- end }}
      ports:
        - { name: http, containerPort: 3000 }
        {{- if $values.metrics.enabled }}
        - { name: metrics, containerPort: {{ $values.metrics.port }} }
        {{- end }}
      livenessProbe:
        httpGet: { path: /healthz, port: http }
        periodSeconds: 20
        timeoutSeconds: 5
      readinessProbe:
        httpGet: { path: /readyz, port: http }
        periodSeconds: 10
        timeoutSeconds: 5
      resources: {{- toYaml $values.resources | nindent 8 }}
      volumeMounts:
        - { name: tmp, mountPath: /tmp }
        {{- if $values.audit.existingClaim }}
        - { name: audit, mountPath: /audit }
        {{- end }}
  volumes:
    - { name: tmp, emptyDir: {} }
    {{- if $values.audit.existingClaim }}
    - { name: audit, persistentVolumeClaim: { claimName: "{{ $values.audit.existingClaim }}" } }
    {{- end }}
  nodeSelector: {{- toYaml $values.nodeSelector | nindent 4 }}
  tolerations: {{- toYaml $values.tolerations | nindent 4 }}
  affinity: {{- toYaml $values.affinity | nindent 4 }}
{{- end }}
