import type { Agency } from './modules.ts';

/** What a new agency's people are called and do, by the last part of their usernames. */
const PEOPLE = [
  { role: 'officer', name: '言可达', title: '干部' },
  { role: 'supervisor', name: '方既明', title: '负责人' },
  { role: 'auditor', name: '明察之', title: '审计员' },
];

/** identity/users.yml with the demonstration users of a new agency at its end. */
export function addUsers(text: string, { part, code, names }: Agency): string {
  const lines = PEOPLE.map(
    ({ role, name, title }) =>
      `- { username: ${part}.shenyang.${role}, name: ${name}, agency: ${code}, region: "210100", roles: [${role}], title: 沈阳市${names.zh}${title} }\n`,
  );
  return `${text}\n# <users of ${part}>\n\n${lines.join('')}\n# </users>\n`;
}

/** The same file without them. */
export function removeUsers(text: string, part: string): string {
  return text.replace(new RegExp(`\\n# <users of ${part}>\\n[\\s\\S]*?# </users>\\n`), '');
}
