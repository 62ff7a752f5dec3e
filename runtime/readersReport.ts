import type { DisclosurePartsFragment as Reading } from '../schema/generated/operations.ts';
import { PURPOSES, type RecordWords, ROLES, readRecordWords, TECHNICAL } from './readersWords.ts';

/** The readings of one agency's records. */
export interface AgencyReadings {
  agency: string;
  readings: readonly Reading[];
}

/** Who has read what, and the Chinese names of the agencies by code. */
export interface Readers {
  agencies: readonly AgencyReadings[];
  names: Readonly<Record<string, string>>;
}

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
export function readersReport(maskedNumber: string, { agencies, names }: Readers, at: Date): string {
  const words = readRecordWords();
  const count = agencies.reduce((sum, { readings }) => sum + readings.length, 0);
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>个人信息查询记录告知书</title><style>${STYLE}</style></head>
<body>
<h1>个人信息查询记录告知书</h1>
<p>身份证号：${escapeHtml(maskedNumber)}　　打印时间：${moment(at)}</p>
<p>以下为各机关所持您的记录被其他机关人员查询的情况，以及凭身份证号查询的情况（含本机关人员），共 ${count} 次。“未提供”指请求查询而依规则未予提供的内容。</p>
${agencies.map((each) => section(each, names, words)).join('\n')}
<footer>依据《中华人民共和国个人信息保护法》第四十四条、第四十五条。查询记录逐条链式留痕，可核验。</footer>
</body>
</html>
`;
}

function section({ agency, readings }: AgencyReadings, names: Readers['names'], words: RecordWords): string {
  const title = `<h2>${name(names, agency)}所持记录</h2>`;
  if (readings.length === 0) return `${title}<p>无查询记录。</p>`;
  const rows = [...alike(readings, words).values()].map(([newest, ...others]) =>
    row(newest, { times: others.length + 1, of: agency, names, words }),
  );
  return `${title}<table><thead><tr><th>时间</th><th>查询机关</th><th>目的</th><th>记录</th><th>内容</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

type Alike = [newest: Reading, ...others: Reading[]];

/** Readings by one agency on one day that differ in nothing that is shown. */
function alike(readings: readonly Reading[], words: RecordWords): Map<string, Alike> {
  const found = new Map<string, Alike>();
  for (const reading of readings) {
    const { agency, role, purpose, recordType, fields, denied, at } = reading;
    const shown = [content(recordType, fields, words), content(recordType, denied, words), day(new Date(at))];
    const key = JSON.stringify([agency, role, purpose, recordType, ...shown]);
    const group = found.get(key);
    if (group) group.push(reading);
    else found.set(key, [reading]);
  }
  return found;
}

interface RowParts {
  times: number;
  /** The agency that holds the record. */
  of: string;
  names: Readers['names'];
  words: RecordWords;
}

function row(reading: Reading, { times, of, names, words }: RowParts): string {
  const given = content(reading.recordType, reading.fields, words);
  const denied = content(reading.recordType, reading.denied, words);
  const cells = [
    `${moment(new Date(reading.at))}${times > 1 ? `<br>当日共 ${times} 次` : ''}`,
    `${name(names, reading.agency)}<br>${roles(reading.role)}`,
    purpose(reading, of),
    escapeHtml(words.ofRecord(reading.recordType) ?? UNNAMED),
    `${given || '—'}${denied ? `<div class="denied">未提供：${denied}</div>` : ''}`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function purpose({ purpose: named, recordType, agency }: Reading, of: string): string {
  if (named) return name(PURPOSES, named);
  if (recordType === 'PersonReaders') return '审计';
  return agency === of ? '本机关履职' : '无条件共享';
}

/** What was read, in words, each once. */
function content(record: string, fields: readonly string[], words: RecordWords): string {
  const named = fields
    .filter((field) => !TECHNICAL.has(field))
    .map((field) => escapeHtml(words.ofField(record, field) ?? UNNAMED));
  return [...new Set(named)].join('、');
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

/** A test finds what has no Chinese word; on paper it is never a code. */
const UNNAMED = '其他';

function name(words: Readonly<Record<string, string>>, code: string): string {
  return escapeHtml(words[code] ?? UNNAMED);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
