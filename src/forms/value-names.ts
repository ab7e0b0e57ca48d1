import { vocabulary } from "../model/generated/vocabulary-value.ts";
import { type Language, textIn } from "../model/language.ts";

/** What a value of a field is called: as findings call it where a fact knows it, else by a name of its own. */
export function valueName(value: string, path: string, language: Language): string | undefined {
  const labels = BY_PATH.get(path) ?? vocabulary.facts[SAME_AS[path] ?? ""]?.value_labels;
  if (labels !== undefined && Object.hasOwn(labels, value)) {
    const label = labels[value];
    if (label !== undefined) return textIn(label, language);
  }
  if (language === "en") return undefined;
  return (NAMES[`${path.replace(/^.*\./, "")}.${value}`] ?? NAMES[value])?.[language];
}

const BY_PATH = new Map(Object.values(vocabulary.facts).map((fact) => [fact.from, fact.value_labels]));

/** Facts whose values a field has, although they are not read from it as it stands. */
const SAME_AS: Readonly<Record<string, string>> = {
  "metadata.status": "system.stage",
  "metadata.changes[].kind": "system.dpia_gaps",
  "objective.opportunities[].horizon": "system.opportunity_horizons",
  "objective.challenges[].horizon": "system.opportunity_horizons",
  "system.functions.identification": "system.identification",
  "system.functions.gallery_sources": "system.gallery_sources",
  "system.functions.biometric_capability.locked_by": "system.biometric_lock",
  "system.interfaces[].recipient": "interface.recipient",
  "supply_chain.parties[].role": "party.roles",
  "supply_chain.devices[].components[].part": "device.bom_parts",
  "data.kinds": "system.personal_data_kinds",
  "data.purposes": "site.purposes",
  "data.transfers[].ground": "transfer.ground",
  "assessments.dpia.covers.purposes": "site.purposes",
  "assessments.dpia.covers.functions": "system.functions_in_use",
};

/** Values no fact is read from, by themselves or, where a word means two things, with the key of their field. */
const NAMES: Readonly<Record<string, Readonly<Record<Exclude<Language, "en">, string>>>> = {
  none: { he: "אין", ar: "لا يوجد" },
  other: { he: "אחר", ar: "غير ذلك" },
  city: { he: "עירייה", ar: "بلدية" },
  local_council: { he: "מועצה מקומית", ar: "مجلس محلي" },
  regional_council: { he: "מועצה אזורית", ar: "مجلس إقليمي" },
  ministry: { he: "משרד ממשלתי", ar: "وزارة" },
  body: { he: "גוף אחר", ar: "هيئة أخرى" },
  idea: { he: "רעיון", ar: "فكرة" },
  suspended: { he: "מושהית", ar: "معلّق" },
  decommissioned: { he: "פורקה", ar: "مفكّك" },
  supplier: { he: "ספק", ar: "المورّد" },
  site: { he: "מקום", ar: "المكان" },
  retention: { he: "שמירת מידע", ar: "مدة الاحتفاظ" },
  contact: { he: "איש קשר", ar: "جهة الاتصال" },
  municipal_network: { he: "רשת הרשות", ar: "شبكة البلدية" },
  control_network: { he: "רשת בקרה", ar: "شبكة تحكم" },
  internet: { he: "האינטרנט", ar: "الإنترنت" },
  cellular: { he: "סלולר", ar: "شبكة خلوية" },
  private_network: { he: "רשת פרטית", ar: "شبكة خاصة" },
  in: { he: "פנימה", ar: "إلى الداخل" },
  out: { he: "החוצה", ar: "إلى الخارج" },
  both: { he: "לשני הכיוונים", ar: "في الاتجاهين" },
  tender: { he: "מכרז", ar: "مناقصة" },
  framework: { he: "הסכם מסגרת", ar: "اتفاق إطاري" },
  direct_award: { he: "התקשרות ללא מכרז", ar: "تعاقد مباشر" },
  small_purchase: { he: "רכש קטן", ar: "شراء صغير" },
  gift: { he: "מתנה", ar: "هدية" },
  pilot: { he: "פיילוט", ar: "تجربة" },
  in_house: { he: "פיתוח עצמי", ar: "تطوير ذاتي" },
  municipal: { he: "תקציב הרשות", ar: "ميزانية البلدية" },
  ministry_grant: { he: "מענק ממשרד", ar: "منحة من وزارة" },
  national_programme: { he: "תוכנית לאומית", ar: "برنامج وطني" },
  loan: { he: "הלוואה", ar: "قرض" },
  foreign_loan: { he: "הלוואה מחו״ל", ar: "قرض أجنبي" },
  foreign_grant: { he: "מענק מחו״ל", ar: "منحة أجنبية" },
  donation: { he: "תרומה", ar: "تبرع" },
  supplier_finance: { he: "מימון הספק", ar: "تمويل من المورّد" },
  storage: { he: "אחסון", ar: "تخزين" },
  grant: { he: "מענק", ar: "منحة" },
  guarantee: { he: "ערבות", ar: "ضمان" },
  investment: { he: "השקעה", ar: "استثمار" },
  fibre: { he: "סיב אופטי", ar: "ألياف ضوئية" },
  copper: { he: "נחושת", ar: "نحاس" },
  satellite: { he: "לוויין", ar: "قمر صناعي" },
  microwave: { he: "גלי מיקרו", ar: "موجات ميكروية" },
  own_network: { he: "רשת עצמית", ar: "شبكة خاصة بالجهة" },
  transmission: { he: "העברה", ar: "نقل" },
  control: { he: "בקרה", ar: "تحكم" },
  compute: { he: "עיבוד", ar: "معالجة" },
  edge: { he: "קצה", ar: "الحافة" },
  on_premises: { he: "אצל הרשות", ar: "لدى البلدية" },
  data_centre: { he: "מרכז נתונים", ar: "مركز بيانات" },
  cloud: { he: "ענן", ar: "سحابة" },
  backup: { he: "גיבוי", ar: "نسخ احتياطي" },
  device: { he: "המכשיר עצמו", ar: "الجهاز نفسه" },
  account: { he: "חשבון", ar: "حساب" },
};
