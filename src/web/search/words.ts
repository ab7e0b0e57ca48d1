import type { Messages } from "../say.ts";

/** The words of the search page. */
export const SEARCH_WORDS = {
  en: {
    title: "Search",
    description: "Search rules, policies, vendors, municipalities, systems and terms.",
    label: "Search for",
    button: "Search",
    found: "Results for “{query}”: {n}",
    none: "Nothing was found for “{query}”. Try another word, or look through the rules below.",
    broken: "The search could not be loaded. All rules are listed below.",
    all: "All rules",
    allAbout: "The list of all rules, for looking through and for finding with the browser.",
  },
  he: {
    title: "חיפוש",
    description: "חיפוש בכללים, במדיניות, בספקים, ברשויות, במערכות ובמונחים.",
    label: "מה לחפש",
    button: "חיפוש",
    found: "תוצאות עבור ”{query}“: {n}",
    none: "לא נמצא דבר עבור ”{query}“. אפשר לנסות מילה אחרת או לעבור על הכללים שלמטה.",
    broken: "לא ניתן היה לטעון את החיפוש. כל הכללים מופיעים למטה.",
    all: "כל הכללים",
    allAbout: "רשימת כל הכללים, לעיון ולחיפוש של הדפדפן.",
  },
  ar: {
    title: "بحث",
    description: "البحث في القواعد والسياسات والمورّدين والسلطات المحلية والأنظمة والمصطلحات.",
    label: "ابحث عن",
    button: "بحث",
    found: "نتائج البحث عن ”{query}“: {n}",
    none: "لم يُعثر على شيء عن ”{query}“. جرّب كلمة أخرى أو تصفّح القواعد أدناه.",
    broken: "تعذّر تحميل البحث. كل القواعد مدرجة أدناه.",
    all: "كل القواعد",
    allAbout: "قائمة كل القواعد، للتصفّح وللبحث من المتصفح.",
  },
} as const satisfies Messages<string>;
