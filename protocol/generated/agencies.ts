/** The agencies that have a module; `npm run agencies` writes this file. */
export const AGENCIES = [
  { code: "POLICE", part: "police", port: 4001, names: { zh: "公安机关", en: "Police" } },
  { code: "JUSTICE", part: "justice", port: 4002, names: { zh: "司法局", en: "Justice bureau" } },
  { code: "COURTS", part: "courts", port: 4003, names: { zh: "人民法院", en: "Courts" } },
  { code: "PROSECUTORS", part: "prosecutors", port: 4004, names: { zh: "人民检察院", en: "Prosecutors" } },
  { code: "WOMENS_FEDERATION", part: "womens-federation", port: 4005, names: { zh: "妇女联合会", en: "Women's federation" } },
  { code: "HUB", part: "exchange", port: 4006, names: { zh: "协同枢纽", en: "CaseGraph hub" } },
] as const;

export type AgencyCode = (typeof AGENCIES)[number]['code'];
