import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { masked } from './masks.ts';

describe('a masked value', () => {
  it('shows the family name of a name, one character or two, and not how long the rest is', () => {
    assert.deepEqual(
      ['王芳', '王晓芳', '欧阳芳', '欧阳晓芳', '欧阳', '李'].map((name) => masked(name, 'NAME')),
      ['王**', '王**', '欧阳**', '欧阳**', '欧**', '李**'],
    );
  });

  it('shows a whole character of a name, rare ones too, and every compound surname in use', () => {
    assert.deepEqual(
      ['𠮷田花', '\u200b王芳', '呼延某', '纳兰某某', '买买提·阿布都'].map((name) => masked(name, 'NAME')),
      ['𠮷**', '王**', '呼延**', '纳兰**', '买**'],
    );
    assert.equal(masked('𠮷'.repeat(8), 'ID_NUMBER'), `${'𠮷'.repeat(6)}**`);
    assert.equal(masked('𠮷𠮷', 'PHONE'), '**');
  });

  it('shows the region of an identity number', () => {
    assert.equal(masked('110101199003070011', 'ID_NUMBER'), '110101************');
    assert.equal(masked('1101', 'ID_NUMBER'), '1101');
  });

  it('shows an address down to its district or county, whatever kind of province it is in', () => {
    assert.deepEqual(
      [
        '辽宁省沈阳市和平区演示东路12号3-2-1',
        '内蒙古自治区赤峰市克什克腾旗示例街8号',
        '河南省新乡市辉县市百泉镇',
        '辽宁省沈阳市新民市东城街道阳光小区3号楼2单元',
        '大连市瓦房店市共济街道文兰社区9号',
        '上海市黄浦区示例路1号',
        '某路1号',
        '',
      ].map((address) => masked(address, 'ADDRESS')),
      [
        '辽宁省沈阳市和平区****',
        '内蒙古自治区赤峰市克什克腾旗****',
        '河南省新乡市辉县市****',
        '辽宁省沈阳市新民市****',
        '大连市瓦房店市****',
        '上海市黄浦区****',
        '****',
        '****',
      ],
    );
  });

  it('shows three and four digits of a mobile number, and nothing of what is no number', () => {
    assert.equal(masked('13800001234', 'PHONE'), '138****1234');
    assert.equal(masked('not a number', 'PHONE'), '************');
  });

  it('is nothing where there is no text', () => {
    assert.equal(masked(12, 'NAME'), null);
    assert.equal(masked(['王芳'], 'NAME'), null);
  });
});
