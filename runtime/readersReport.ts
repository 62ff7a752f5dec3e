import type { DisclosurePartsFragment } from '../schema/generated/operations.ts';

/** The readings of one agency's records. */
export interface AgencyReadings {
  agency: string;
  readings: readonly DisclosurePartsFragment[];
}

/** Who has read what, and the Chinese names of the agencies by code. */
export interface Readers {
  agencies: readonly AgencyReadings[];
  names: Readonly<Record<string, string>>;
}

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
  AidLead: '司法救助线索',
  AidCase: '司法救助案件',
  AssistanceMeasure: '帮扶措施',
  Visit: '走访记录',
  LegalAidCase: '法律援助',
  ProtectionOrder: '人身安全保护令',
};
const FIELDS: Readonly<Record<string, string>> = {
  'identity.name': '姓名',
  'identity.sex': '性别',
  'identity.birthDate': '出生日期',
  'identity.idNumber': '身份证号（脱敏）',
  'identity.registeredRegion': '户籍地',
  'identity.address': '住址（脱敏）',
  'identity.phone': '电话（脱敏）',
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
  description: '情况说明',
};

const STYLE = `
  @page { size: A4; margin: 18mm; }
  body { font: 14px/1.6 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; color: #1a1a1a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 22px; text-align: center; letter-spacing: .1em; }
  h2 { font-size: 16px; margin: 1.6rem 0 .4rem; }
  table { border-collapse: collapse; width: 100%; }
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
export function readersReport(maskedNumber: string, { agencies, names }: Readers, at: Date): string {
  const count = agencies.reduce((sum, { readings }) => sum + readings.length, 0);
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>个人信息查询记录告知书</title><style>${STYLE}</style></head>
<body>
<h1>个人信息查询记录告知书</h1>
<p>身份证号：${escapeHtml(maskedNumber)}　　打印时间：${moment(at)}</p>
<p>以下为各机关所持您的记录被其他机关人员查询的情况，共 ${count} 条。“未提供”指请求查询而依规则未予提供的内容。</p>
${agencies.map((each) => section(each, names)).join('\n')}
<footer>依据《中华人民共和国个人信息保护法》第四十四条、第四十五条。查询记录逐条链式留痕，可核验。</footer>
</body>
</html>
`;
}

function section({ agency, readings }: AgencyReadings, names: Readers['names']): string {
  const title = `<h2>${name(names, agency)}所持记录</h2>`;
  if (readings.length === 0) return `${title}<p>无查询记录。</p>`;
  const rows = readings.map((reading) => {
    const given = reading.fields.map((field) => name(FIELDS, field)).join('、');
    const denied = reading.denied.map((field) => name(FIELDS, field)).join('、');
    return `<tr><td>${moment(new Date(reading.at))}</td><td>${name(names, reading.agency)}<br>${roles(reading.role)}</td><td>${reading.purpose ? name(PURPOSES, reading.purpose) : '—'}</td><td>${name(RECORDS, reading.recordType)}</td><td>${given || '—'}${denied ? `<div class="denied">未提供：${denied}</div>` : ''}</td></tr>`;
  });
  return `${title}<table><thead><tr><th>时间</th><th>查询机关</th><th>目的</th><th>记录</th><th>内容</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function roles(role: string): string {
  return role
    .split('+')
    .map((each) => name(ROLES, each))
    .join('、');
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
