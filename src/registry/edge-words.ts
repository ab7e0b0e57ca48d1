import type { Edge } from "../model/generated/registry.ts";

/**
 * What one company is to another, for each kind of edge, as a noun that goes before the name of the other, so that no
 * verb has to agree with a name. In English the kind itself is said. A hyphen at the end joins the name to it.
 */
export const EDGE_WORDS: Readonly<Record<"he" | "ar", Readonly<Record<Edge["kind"], string>>>> = {
  he: {
    owns: "בעל מניות של",
    parent_of: "חברת האם של",
    controls: "בעל השליטה של",
    invests_in: "משקיע ב־",
    fund_sponsored_by: "קרן בחסות",
    manufactures_for: "יצרן של מוצרים שמוכר",
    agent_of: "סוכן של",
    reseller_of: "משווק עבור",
    importer_of: "יבואן עבור",
    component_of: "ספק רכיבים של",
    hosts: "מארח עבור",
    operates_for: "מפעיל עבור",
    renamed_from: "השם החדש של",
    merged_into: "מוזג אל",
    divested_to: "נמכר אל",
  },
  ar: {
    owns: "مالك حصة في",
    parent_of: "الشركة الأم لـ",
    controls: "المسيطر على",
    invests_in: "مستثمر في",
    fund_sponsored_by: "صندوق برعاية",
    manufactures_for: "صانع منتجات يبيعها",
    agent_of: "وكيل",
    reseller_of: "موزّع لحساب",
    importer_of: "مستورد لحساب",
    component_of: "مورّد مكوّنات إلى",
    hosts: "مستضيف لحساب",
    operates_for: "مشغّل لحساب",
    renamed_from: "الاسم الجديد لـ",
    merged_into: "مدموج في",
    divested_to: "مبيع إلى",
  },
};
