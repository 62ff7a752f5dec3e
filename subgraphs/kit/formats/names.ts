import { normaliseName } from './typedText.ts';

/** Compound surnames in use today. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 上官 司马 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 东方 西门 南宫 长孙 宇文 轩辕 端木 百里 东郭 南门 ' +
    '闻人 申屠 公羊 赫连 澹台 淳于 单于 太叔 公冶 宗政 濮阳 仲孙 钟离 鲜于 闾丘 呼延 独孤 拓跋 万俟 亓官 第五 完颜 纳兰'
  ).split(' '),
);

/**
 * The surname that a name begins with, by the list above else its first character: 王芳 → 王, 欧阳某某 → 欧阳, 𠮷田花 → 𠮷. Of a
 * name of two characters one is given, though the two may be a compound surname, so that a masked name is never a whole one.
 */
export function surnameOf(name: string): string {
  const characters = [...normaliseName(name)];
  const two = characters.slice(0, 2).join('');
  return characters.length > 2 && COMPOUND_SURNAMES.has(two) ? two : (characters[0] ?? '');
}
