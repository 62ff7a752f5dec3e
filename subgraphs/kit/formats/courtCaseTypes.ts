/**
 * Words inside court case numbers, by the Supreme People's Court's provisions on case numbers (法〔2015〕137号, with its
 * table of case types and later supplements). An excerpt from general knowledge, to be checked against the table; a type that a
 * court really uses is added here.
 */
const TYPES_BY_FIELD = {
  jurisdiction: '民辖 民辖终 民辖监 刑辖 行辖 行辖终 行辖监 赔辖',
  criminal: '刑初 刑终 刑监 刑申 刑抗 刑再 刑更 刑更备 刑更监 刑核 刑没 刑没终 刑医 刑医复 刑医解 刑他 刑司惩',
  civil: '民初 民终 民监 民申 民抗 民再 民撤 民特 民特监 民催 民督 民督监 民他 民保令 民保更',
  bankruptcy: '破申 破 破终 破监 破他 清申 强清 清终 清监 清他',
  administrative: '行初 行终 行监 行申 行抗 行再 行审 行审复 行他 行赔初 行赔终 行赔监 行赔申 行赔抗 行赔再 行赔他',
  stateCompensation: '法赔 委赔 委赔监 委赔提 委赔再 委赔他 赔他',
  judicialAid: '司救刑 司救民 司救行 司救赔 司救执 司救访 司救他',
  preservation: '财保 财保复 行保 行保复 证保 证保复 执保',
  enforcement: '执 执恢 执异 执复 执监 执协 执他',
  judicialSanction: '司惩 司惩复',
  preLitigation: '诉前调 诉前调书 诉前调确 民诉前调 民诉前调书 民诉前调确 行诉前调 行诉前调书',
  foreignAndInterregional: '协外认 协外送 认台 认港 认澳 认复 认他',
};

/** 民初, 民终, 刑初, 民特 (judicial confirmation among others), 民保令 (protection order), 诉前调, 执 and so on. */
export const COURT_CASE_TYPES: ReadonlySet<string> = new Set(
  Object.values(TYPES_BY_FIELD).flatMap((types) => types.split(' ')),
);

/** Special-trial characters that may stand between court and type: intellectual property, juvenile, family, environment, commerce, finance. */
export const SPECIAL_TRIALS: ReadonlySet<string> = new Set(['知', '少', '家', '环', '商', '金']);

/** What a court's code begins with: its province in the courts' own list (Inner Mongolia 内, Guizhou 黔), or a national court. */
export const COURT_PREFIXES: readonly string[] = [
  '最高法',
  '军',
  '兵',
  ...'京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新',
];
