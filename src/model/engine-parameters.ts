/**
 * Parameters that the engine itself reads, by the policy they stand in. Where no condition refers to such a
 * parameter it says `read_by: engine`, and no other parameter may.
 */
export const ENGINE_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  governance: ["waiver_max", "approval_max", "renewals_max", "expiry_notice", "notice_min"],
  "trusted-vendors": ["alternatives_min", "alternatives_partner_min", "partner_countries"],
};
