/**
 * Case types inside court case numbers since 2016, by chapter of the Supreme People's Court's table of case types and their
 * characters 人民法院案件类型及其代字标准 (法〔2015〕137号), with what was added since: insolvency (法〔2016〕237号, which replaced
 * 民破 and 民算), protection orders (法〔2016〕128号), placement for education of terrorists released (刑教), mediation before filing, and
 * types that courts use and that the table does not have (last line). A type that a court really uses is added there.
 */
const TYPES_BY_CHAPTER = {
  jurisdiction: '刑辖 民辖 民辖终 民辖监 行辖 行辖终 赔辖 赔辖终',
  criminal:
    '刑初 刑终 刑监 刑申 刑抗 刑再 刑没 刑核 刑医 刑医解 刑医复 刑医监 刑止 刑止调 刑止核 刑更 刑更监 刑更备 刑教 刑教解 刑教复 刑教监 刑他',
  civil: '民初 民终 民监 民申 民抗 民再 民撤 民特 民特监 民催 民督 民督监 民破 民算 民他 民保令 民保更',
  administrative: '行初 行终 行监 行申 行抗 行再 行审 行审复 行他',
  stateCompensation: '行赔初 行赔终 行赔监 行赔申 行赔抗 行赔再 行赔他 法赔 委赔 委赔监 赔确监 委赔提 委赔再 赔他',
  judicialAid: '司救刑 司救民 司救行 司救赔 司救执 司救访 司救他',
  interregionalAssistance:
    '认台 认港 认澳 认复 认他 请台送 请港送 请澳送 台请送 港请送 澳请送 请台调 请港调 请澳调 台请调 港请调 澳请调 请移管 助移管 请移赃 助移赃',
  internationalAssistance: '协外认 协他 协外送 请外送 协外调 请外调 请外移 协外移 请外引 协外引',
  judicialSanction: '司惩 司惩复',
  preservationOutsideProceedings: '财保 行保 行保复 证保',
  enforcement: '执 执恢 执保 执异 执复 执监 执协 执他',
  insolvency: '清申 破申 清终 破终 清监 破监 强清 破',
  beforeFiling: '诉前调 诉前调书 诉前调确 民诉前调 民诉前调书 民诉前调确 行诉前调 行诉前调书',
  inUse: '行辖监 刑没终 刑司惩 财保复 证保复 委赔他 破他 清他 执清 商初 商终',
};

/** 民初, 民终, 刑初, 民特 (judicial confirmation among others), 民保令 (protection order), 诉前调, 执 and so on. */
export const COURT_CASE_TYPES: ReadonlySet<string> = new Set(
  Object.values(TYPES_BY_CHAPTER).flatMap((types) => types.split(' ')),
);

/** Special-trial characters that may stand between court and type: intellectual property, juvenile, family, environment, commerce, finance. */
export const SPECIAL_TRIALS: ReadonlySet<string> = new Set(['知', '少', '家', '环', '商', '金']);

/**
 * Case types before 2016, which each court chose: a field of law, sometimes the number of a division (民一, 刑二) and in Shanghai the field again in brackets, and
 * the stage. The court's own short name stands before it and may be missing (the Supreme Court's 民申字).
 */
export const OLD_CASE_TYPE =
  /(?:审监|涉外|少|知|商|海|金|环|立|外)?[刑民行商经知海执赔法委立破清诉督催特非司少审财公][一二三四五六七八九十]?(?:\(\p{Script=Han}{1,2}\))?[初终监申抗再提重更减假核复辖保审异协恢督催特破清撤确赔救他预令执行附民非诉调]*$/u;

/** What a court's code begins with: its province in the courts' own list (Inner Mongolia 内, Guizhou 黔), or a national court. */
export const COURT_PREFIXES: readonly string[] = [
  '最高法',
  '军',
  '兵',
  ...'京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新',
];
