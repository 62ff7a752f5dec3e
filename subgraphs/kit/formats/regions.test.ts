import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import {
  currentRegions,
  isRegionCode,
  parseRegionCode,
  regionLevel,
  regionName,
  regionParent,
  regionPrefix,
  withinRegion,
} from './regions.ts';

/** Every place of the source, with its code. */
const PLACES: Record<string, string> = {
  '450200': '柳州市',
  '210200': '大连市',
  '150425': '克什克腾旗',
  '410782': '辉县市',
  '310000': '上海市',
  '210100': '沈阳市',
  '130123': '正定县',
  '371482': '禹城市',
  '370213': '李沧区',
  '230305': '梨树区',
};

test('every place of the newspaper page is a region under its own name', () => {
  for (const [code, name] of Object.entries(PLACES)) {
    assert.equal(isRegionCode(code), true);
    assert.equal(regionName(code), name);
  }
});

test('a county abolished since is still a region, by an older revision', () => {
  assert.equal(isRegionCode('110103'), true);
  assert.equal(regionName('110103'), '崇文区');
  assert.equal(
    currentRegions().some(({ code }) => code === '110103'),
    false,
  );
});

test('a region founded or renamed since 2016 is known, and one abolished since is known and not of today', () => {
  const founded = {
    '330113': '临平区',
    '330114': '钱塘区',
    '370116': '莱芜区',
    '440311': '光明区',
    '659012': '白杨市',
    '540481': '米林市',
  };
  for (const [code, name] of Object.entries(founded)) assert.equal(regionName(code), name);
  assert.equal(regionName('130502'), '襄都区', 'renamed in 2020');
  assert.equal(regionName('330103'), '下城区', 'abolished in 2021');
  const today = new Map(currentRegions().map((region) => [region.code, region]));
  assert.equal(today.has('330103'), false);
  assert.equal(today.get('330113')?.parent, '330100');
  assert.equal(today.get('540621')?.parent, '540600');
});

test('codes that no revision has are refused', () => {
  for (const code of ['000000', '999999', '210199', '21010', 'constr', ''])
    assert.equal(isRegionCode(code), false, code);
  const unknown = parseRegionCode('999999001');
  assert.equal(unknown.ok ? '' : unknown.fault.code, 'REGION_CODE_UNKNOWN');
  for (const text of ['21', '2101021', '210102abc', '']) {
    const result = parseRegionCode(text);
    assert.equal(result.ok ? '' : result.fault.code, 'REGION_CODE_FORMAT', text);
  }
});

test('town and village codes are accepted below a known region', () => {
  assert.deepEqual(parseRegionCode(' 210102 '), { ok: true, value: '210102' });
  assert.deepEqual(parseRegionCode('210102001'), { ok: true, value: '210102001' });
  assert.deepEqual(parseRegionCode('210102001003'), { ok: true, value: '210102001003' });
});

test('a town is known by its code alone, and what bears the name of the county is its parent', () => {
  assert.equal(regionName('210102001'), null);
  assert.equal(regionName(regionParent('210102001') ?? ''), '和平区');
});

test('the way up leads from the village to the province', () => {
  const way: [string, string][] = [];
  for (let code: string | null = '210102001003'; code; code = regionParent(code)) way.push([code, regionLevel(code)]);
  assert.deepEqual(way, [
    ['210102001003', 'VILLAGE'],
    ['210102001', 'TOWN'],
    ['210102', 'COUNTY'],
    ['210100', 'CITY'],
    ['210000', 'PROVINCE'],
  ]);
});

test('a region contains itself and all below it, and nothing beside it', () => {
  assert.equal(regionPrefix('210000'), '21');
  assert.equal(regionPrefix('500000'), '50');
  assert.equal(regionPrefix('210100'), '2101');
  assert.equal(regionPrefix('210102'), '210102');
  assert.equal(regionPrefix('210102001003'), '210102001003');
  assert.equal(withinRegion('210102', '210100'), true);
  assert.equal(withinRegion('210100', '210100'), true);
  assert.equal(withinRegion('210102001003', '210000'), true);
  assert.equal(withinRegion('210100', '210102'), false);
  assert.equal(withinRegion('210200', '210100'), false);
  assert.equal(withinRegion('450200', '210000'), false);
});

test('an empty or broken scope contains nothing, rather than everything', () => {
  for (const scope of ['', '0', '2', '21', '000000', '00', ' 210100'])
    assert.equal(withinRegion('210102', scope), false, scope);
});

test('parents of regions of today are regions of today and stand before them', () => {
  const seen = new Set<string>();
  for (const region of currentRegions()) {
    assert.equal(region.parent === null, region.level === 'PROVINCE');
    if (region.parent !== null) {
      assert.ok(seen.has(region.parent), `${region.code} before its parent`);
      assert.ok(withinRegion(region.code, region.parent));
    }
    seen.add(region.code);
  }
  assert.ok(seen.size > 3000);
});

test('importing the module reads no region table', () => {
  const program = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const read = fs.readFileSync;
    let tables = 0;
    fs.readFileSync = (...args) => { if (/gb2260/.test(String(args[0]))) tables += 1; return read(...args); };
    syncBuiltinESMExports();
    const regions = await import('./regions.ts');
    const atImport = tables;
    regions.isRegionCode('210102');
    console.log(atImport, tables);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  assert.equal(output, '0 2\n', 'at first use: the list of revisions and the newest of them');
});
