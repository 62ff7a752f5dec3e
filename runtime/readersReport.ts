import type { DisclosurePartsFragment as Reading } from '../schema/generated/operations.ts';

/** The readings of one agency's records, under its Chinese name. */
export interface AgencyReadings {
  agency: string;
  readings: readonly Reading[];
}

const AGENCIES: Readonly<Record<string, string>> = {
  POLICE: '公安机关',
  JUSTICE: '司法局',
  COURTS: '人民法院',
  PROSECUTORS: '人民检察院',
  WOMENS_FEDERATION: '妇女联合会',
  HUB: '协同枢纽',
};
const PURPOSES: Readonly<Record<string, string>> = {
  JUDICIAL_AID: '司法救助与帮扶',
  MEDIATION: '纠纷调解',
  JUDICIAL_CONFIRMATION: '司法确认',
  CRIMINAL_PROCEEDINGS: '刑事诉讼',
  PROTECTION: '反家庭暴力保护',
  LEGAL_AID: '法律援助',
  PETITION: '信访办理',
  COMMUNITY: '社区治理',
};
const ROLES: Readonly<Record<string, string>> = {
  officer: '经办人',
  supervisor: '审批人',
  leader: '负责人',
  auditor: '审计员',
  operator: '运行管理员',
  integrator: '对接系统',
};
const RECORDS: Readonly<Record<string, string>> = {
  Person: '个人信息',
  PersonReaders: '本查询记录',
  PoliceCase: '公安案件',
  CourtCase: '法院案件',
  ProsecutionCase: '检察案件',
  JudicialConfirmation: '司法确认',
  Mediation: '人民调解',
  AidLead: '司法救助线索',
  AidCase: '司法救助案件',
  AssistanceMeasure: '帮扶措施',
  Visit: '走访记录',
  LegalAidCase: '法律援助',
  ProtectionOrder: '人身安全保护令',
};
/** By the field of the record, or by field and part where the part says more. */
const FIELDS: Readonly<Record<string, string>> = {
  'identity.name': '姓名',
  'identity.sex': '性别',
  'identity.birthDate': '出生日期',
  'identity.idNumber': '身份证号（脱敏）',
  'identity.registeredRegion': '户籍地',
  'identity.address': '住址（脱敏）',
  'identity.phone': '电话（脱敏）',
  identity: '身份信息',
  policeCases: '涉及的公安案件',
  courtCases: '涉及的法院案件',
  prosecutionCases: '涉及的检察案件',
  mediations: '参加的调解',
  legalAidCases: '法律援助',
  protectionOrders: '人身安全保护令',
  aidLeads: '司法救助线索',
  aidCases: '司法救助案件',
  applicant: '申请人',
  applicantName: '申请人姓名',
  'applicantName (masked)': '申请人姓名（脱敏）',
  applicantPhone: '申请人电话',
  respondent: '被申请人',
  description: '情况说明',
  household: '家庭情况',
  hardship: '救助对象类别',
  source: '来源',
  feedback: '反馈',
  endReason: '退回或撤回理由',
  measures: '帮扶措施',
  visits: '走访',
  cap: '救助金上限',
  proposal: '救助意见',
  decision: '救助决定',
  payments: '发放情况',
  materialRequests: '补充材料',
  parties: '当事人',
  judgment: '裁判',
  agreementAmount: '协议金额',
  charge: '罪名',
  nature: '案由',
  cause: '案由',
  matter: '援助事项',
  number: '编号',
  status: '办理状态',
  region: '地区',
  case: '所属案件',
  caseNumber: '案号',
  referral: '移送情况',
  createdAt: '登记时间',
  openedAt: '立案时间',
  filedAt: '立案时间',
  solvedAt: '破案时间',
  concludedAt: '办结时间',
  acceptedOn: '立案日期',
  acceptedAt: '受理时间',
  assignedAt: '分派时间',
  judgedOn: '裁判日期',
  appliedOn: '申请日期',
  receivedOn: '收案日期',
  decidedOn: '决定日期',
  organisation: '调解组织',
  mediator: '调解员',
  disputeKind: '纠纷类型',
  unit: '办案单位',
  court: '法院',
  kind: '类型',
  type: '类型',
  instance: '审级',
  aidLead: '线索',
  police: '公安机关所持记录的查询情况',
  justice: '司法局所持记录的查询情况',
  courts: '法院所持记录的查询情况',
  prosecutors: '检察院所持记录的查询情况',
  womensFederation: '妇联所持记录的查询情况',
};
/** Of no interest to a person: how the hub works. */
const TECHNICAL = new Set(['version', 'availableActions']);

const STYLE = `
  @page { size: A4; margin: 18mm; }
  body { font: 14px/1.6 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; color: #1a1a1a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 22px; text-align: center; letter-spacing: .1em; }
  h2 { font-size: 16px; margin: 1.6rem 0 .4rem; }
  table { border-collapse: collapse; width: 100%; table-layout: fixed; }
  th:nth-child(1) { width: 23%; } th:nth-child(2), th:nth-child(3), th:nth-child(4) { width: 14%; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { border: 1px solid #888; padding: .25rem .5rem; text-align: left; vertical-align: top; }
  th { background: #f0f0f0; white-space: nowrap; }
  td:first-child { white-space: nowrap; }
  .denied { color: #8a1c14; }
  footer { margin-top: 2rem; font-size: 12px; color: #444; }
  @media print { body { margin: 0; max-width: none; } }
`;

/**
 * The answer to a person's question who has read what is held on them (个人信息保护法 art. 44 and 45), as a page to be
 * printed. @param maskedNumber the identity number as it may stand on paper
 */
export function readersReport(maskedNumber: string, agencies: readonly AgencyReadings[], at: Date): string {
  const count = agencies.reduce((sum, { readings }) => sum + readings.length, 0);
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>个人信息查询记录告知书</title><style>${STYLE}</style></head>
<body>
<h1>个人信息查询记录告知书</h1>
<p>身份证号：${escapeHtml(maskedNumber)}　　打印时间：${moment(at)}</p>
<p>以下为各机关所持您的记录被其他机关人员查询的情况，共 ${count} 次。“未提供”指请求查询而依规则未予提供的内容。</p>
${agencies.map(section).join('\n')}
<footer>依据《中华人民共和国个人信息保护法》第四十四条、第四十五条。查询记录逐条链式留痕，可核验。</footer>
</body>
</html>
`;
}

function section({ agency, readings }: AgencyReadings): string {
  const title = `<h2>${name(AGENCIES, agency)}所持记录</h2>`;
  if (readings.length === 0) return `${title}<p>无查询记录。</p>`;
  const rows = [...alike(readings).values()].map(([newest, ...others]) => row(newest, others.length + 1));
  return `${title}<table><thead><tr><th>时间</th><th>查询机关</th><th>目的</th><th>记录</th><th>内容</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

type Alike = [newest: Reading, ...others: Reading[]];

/** Readings of one record for one purpose by one agency on one day that differ in nothing that is shown. */
function alike(readings: readonly Reading[]): Map<string, Alike> {
  const found = new Map<string, Alike>();
  for (const reading of readings) {
    const { agency, role, purpose, recordType, recordId, fields, denied, at } = reading;
    const key = JSON.stringify([agency, role, purpose, recordType, recordId, fields, denied, day(new Date(at))]);
    const group = found.get(key);
    if (group) group.push(reading);
    else found.set(key, [reading]);
  }
  return found;
}

function row(reading: Reading, times: number): string {
  const given = content(reading.fields);
  const denied = content(reading.denied);
  const cells = [
    `${moment(new Date(reading.at))}${times > 1 ? `<br>当日共 ${times} 次` : ''}`,
    `${name(AGENCIES, reading.agency)}<br>${roles(reading.role)}`,
    reading.purpose ? name(PURPOSES, reading.purpose) : reading.recordType === 'PersonReaders' ? '审计' : '无条件共享',
    name(RECORDS, reading.recordType),
    `${given || '—'}${denied ? `<div class="denied">未提供：${denied}</div>` : ''}`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** What was read, in words, each once. */
function content(fields: readonly string[]): string {
  const words = fields
    .filter((field) => !TECHNICAL.has(field))
    .map((field) => name(FIELDS, field in FIELDS ? field : (field.split('.')[0] ?? field)));
  return [...new Set(words)].join('、');
}

function roles(role: string): string {
  return role
    .split('+')
    .map((each) => name(ROLES, each))
    .join('、');
}

function day(at: Date): string {
  return at.toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai' });
}

function moment(at: Date): string {
  return at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
}

/** The Chinese word; what has none stands as it is. */
function name(words: Readonly<Record<string, string>>, code: string): string {
  return escapeHtml(words[code] ?? code);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
