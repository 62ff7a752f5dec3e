import { AGENCIES } from '../protocol/generated/agencies.ts';
import { readChineseTerms } from './chineseTerms.ts';

/** What a person reads for the codes of the audit trail. */
export const PURPOSES: Readonly<Record<string, string>> = {
  JUDICIAL_AID: '司法救助与帮扶',
  MEDIATION: '纠纷调解',
  JUDICIAL_CONFIRMATION: '司法确认',
  CRIMINAL_PROCEEDINGS: '刑事诉讼',
  PROTECTION: '反家庭暴力保护',
  LEGAL_AID: '法律援助',
  PETITION: '信访办理',
  COMMUNITY: '社区治理',
};
export const ROLES: Readonly<Record<string, string>> = {
  officer: '经办人',
  supervisor: '审批人',
  leader: '负责人',
  auditor: '审计员',
  operator: '运行管理员',
  integrator: '对接系统',
};
/** Types of records whose term in the schema's description is not the word for a person. */
const RECORDS: Readonly<Record<string, string>> = {
  Person: '个人信息',
  PersonReaders: '本查询记录',
  Case: '案件登记',
  AssistanceMeasure: '帮扶措施',
  Visit: '走访记录',
  Mediator: '调解员',
};
/** By field, or by field and part: words of fields that many records have, and those whose term in the schema is not the word for a person. */
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
  '(by person)': '按身份证号查找',
  '(by readersOf)': '按身份证号查找',
  category: '警情类别',
  reportedAt: '报警时间',
  policeCase: '公安案件',
  code: '代码',
  name: '名称',
  fullTime: '是否专职',
  mediationId: '所确认的调解',
  ruledOn: '裁定日期',
  issuedOn: '签发日期',
  validUntil: '有效期至',
  trials: '审理情况',
  judicialConfirmations: '司法确认',
  amount: '金额',
  paidOn: '发放日期',
  voucher: '发放凭证',
  materials: '材料',
  requestedAt: '通知补充时间',
  receivedAt: '收到时间',
  heldOn: '会商日期',
  participants: '参加机关',
  minutes: '会商纪要',
  decisions: '会商决定',
  prosecution: '检察办理情况',
  aidCase: '司法救助案件',
  consultations: '会商',
  changes: '变更记录',
  provider: '帮扶机关',
  startsOn: '开始日期',
  visitedOn: '走访日期',
  returnVisit: '是否回访',
  findings: '走访情况',
  numbers: '各机关案号',
  stage: '办理阶段',
  agencies: '参与机关',
  referrals: '移送情况',
  timeline: '办理过程',
  from: '移送机关',
  to: '接收机关',
  delivery: '送达情况',
  persons: '所涉人员',
  sentAt: '移送时间',
  endedAt: '结束时间',
  deadlines: '期限',
  overdue: '是否逾期',
  history: '办理记录',
  parent: '上一次移送',
  children: '后续移送',
  hops: '移送次数',
  returnLoop: '是否回流',
};
/** Of no interest to a person: how the hub works. */
export const TECHNICAL = new Set(['id', 'token', 'version', 'availableActions']);

/** `policeSide` of referrals, and `police` of readers. */
const FIELDS_OF_AGENCIES: Readonly<Record<string, string>> = Object.fromEntries(
  AGENCIES.flatMap(({ code, names }) => {
    const field = code.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return [
      [field, `${names.zh}所持记录的查询情况`],
      [`${field}Side`, `${names.zh}办理情况`],
    ];
  }),
);

/** Behind a field that was given in its masked form. */
const MASKED = / \(masked\)$/;

export interface RecordWords {
  /** Null where nobody has given a word. */
  ofRecord(type: string): string | null;
  /** @param field as the audit trail has it: `description`, `identity.name` with the part, `applicantName (masked)` */
  ofField(type: string, field: string): string | null;
}

/** The words for records and their fields: those above, else the Chinese terms of the schema. */
export function readRecordWords(): RecordWords {
  const terms = readChineseTerms();
  return {
    ofRecord: (type) => RECORDS[type] ?? terms.get(type) ?? null,
    ofField(type, field) {
      const name = field.replace(MASKED, '');
      const [whole = name] = name.split('.');
      const word = FIELDS[name] ?? FIELDS[whole] ?? FIELDS_OF_AGENCIES[whole] ?? terms.get(`${type}.${whole}`) ?? null;
      return word !== null && name !== field ? `${word}（脱敏）` : word;
    },
  };
}
