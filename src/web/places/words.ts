import type { Messages } from "../say.ts";

/** The words of the map. */
export const PLACES_WORDS = {
  en: {
    title: "On the map",
    about:
      "Each point is a municipality or body, in the middle of those of its places whose position is shown. Points that are close together are moved apart.",
    withheld:
      "{n, plural, one {The position of # place is} other {The positions of # places are}} withheld here: the place is security-sensitive, or nobody has said that it is not.",
    unplaced: "{n, plural, one {# place is} other {# places are}} declared without a position.",
    label: "Map of municipalities and bodies; the table with it says the same",
    municipality: "Municipality or body",
    places: "Places shown",
    position: "Middle (latitude, longitude)",
    outcome: "Outcome",
    asTable: "The same as a table",
  },
  he: {
    title: "על המפה",
    about:
      "כל נקודה היא רשות או גוף, באמצע אותם מקומות שלהם שמיקומם מוצג. נקודות סמוכות מאוד הורחקו מעט זו מזו.",
    withheld:
      "{n, plural, one {מיקומו של מקום אחד אינו מוצג} two {מיקומם של שני מקומות אינו מוצג} other {מיקומם של # מקומות אינו מוצג}} כאן: המקום רגיש ביטחונית, או שאיש לא אמר שאינו כזה.",
    unplaced: "{n, plural, one {מקום אחד הוצהר} two {שני מקומות הוצהרו} other {# מקומות הוצהרו}} בלי מיקום.",
    label: "מפת הרשויות והגופים; הטבלה שעמה אומרת אותו דבר",
    municipality: "רשות או גוף",
    places: "מקומות מוצגים",
    position: "האמצע (קו רוחב, קו אורך)",
    outcome: "תוצאה",
    asTable: "אותו דבר כטבלה",
  },
  ar: {
    title: "على الخريطة",
    about:
      "كل نقطة سلطة محلية أو هيئة، في وسط أماكنها التي يُعرض موقعها. والنقاط المتقاربة جداً أُبعدت قليلاً بعضها عن بعض.",
    withheld:
      "{n, plural, one {موقع مكان واحد محجوب} two {موقعا مكانين محجوبان} few {مواقع # أماكن محجوبة} other {مواقع # مكاناً محجوبة}} هنا: المكان حساس أمنياً، أو لم يقل أحد إنه ليس كذلك.",
    unplaced:
      "{n, plural, one {صُرّح بمكان واحد} two {صُرّح بمكانين} few {صُرّح بـ# أماكن} other {صُرّح بـ# مكاناً}} بلا موقع.",
    label: "خريطة السلطات المحلية والهيئات؛ الجدول معها يقول الأمر نفسه",
    municipality: "السلطة المحلية أو الهيئة",
    places: "أماكن معروضة",
    position: "الوسط (خط العرض، خط الطول)",
    outcome: "النتيجة",
    asTable: "الشيء نفسه كجدول",
  },
} as const satisfies Messages<string>;
