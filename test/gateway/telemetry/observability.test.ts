import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { HUANG, HUANG_CASE } from '../../../demo/story/characters.ts';
import { freePort } from '../../harness/freePort.ts';
import { type ReceivedSpan, startTraceReceiver, type TraceReceiver } from '../../harness/gateway/traceReceiver.ts';
import { until } from '../../harness/leads.ts';
import { startSystem, type TestSystem } from '../../harness/system.ts';
import { tokenOf } from '../../harness/token.ts';

const BOARD = JSON.parse(readFileSync(new URL('../../../docs/grafana-dashboard.json', import.meta.url), 'utf8')) as {
  panels: { title: string; targets?: { expr: string }[] }[];
};
const MANIFEST = JSON.parse(
  readFileSync(new URL('../../../schema/trusted-documents.json', import.meta.url), 'utf8'),
) as {
  operations: { name: string; body: string }[];
};
const trusted = (name: string) =>
  MANIFEST.operations.find((operation) => operation.name === name)?.body ?? assert.fail();
/** What a caller of ours would have begun. */
const CALLER = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };

describe('what the gateway lets others see of its work', () => {
  let system: TestSystem;
  let receiver: TraceReceiver;
  let metricsUrl: string;
  /** An officer's who reads persons, and one's who reads all of a case. */
  let token: string;
  let prosecutors: string;

  before(async () => {
    receiver = await startTraceReceiver();
    const port = await freePort();
    metricsUrl = `http://127.0.0.1:${port}/metrics`;
    system = await startSystem({
      demo: { cases: 200, leads: 20 },
      env: { METRICS_PORT: String(port), OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url },
    });
    token = await tokenOf(system, 'police.shenyang.officer');
    prosecutors = await tokenOf(system, 'prosecutors.shenyang.prosecutor');
  });
  after(async () => {
    await system?.stop();
    await receiver.stop();
  });

  const post = async (body: object, headers: Record<string, string> = { authorization: `Bearer ${token}` }) => {
    const response = await fetch(`${system.config.urls.gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as {
      data?: {
        caseByNumber?: { id: string } | null;
        person?: { identity: { name: string } | null } | null;
      } | null;
      errors?: { extensions: { code: string; agency?: string } }[];
      extensions?: { agencies: Record<string, string> };
    };
  };
  const askCase = (headers: Record<string, string> = {}) =>
    post(
      { query: trusted('CaseByNumber'), variables: { number: HUANG_CASE.policeNumber } },
      { authorization: `Bearer ${prosecutors}`, ...headers },
    );
  const metrics = async () => (await fetch(metricsUrl)).text();
  /** A sample's value; 0 where there is none. */
  const sample = async (name: string) =>
    Number(
      (await metrics())
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1] ?? 0,
    );

  it('counts an operation by its name where it is trusted, and else as any other', async () => {
    const named = 'casegraph_operations_total{operation="CaseByNumber",outcome="answered"}';
    const other = 'casegraph_operations_total{operation="other",outcome="answered"}';
    const before = [await sample(named), await sample(other)] as const;
    const { data, errors } = await askCase();
    assert.deepEqual([typeof data?.caseByNumber?.id, errors], ['string', undefined]);
    await post({ query: 'query Mine { viewer { username } }' });
    // The name of a trusted document, and another text.
    await post({ query: 'query CaseByNumber { viewer { username } }' });
    assert.deepEqual([await sample(named), await sample(other)], [before[0] + 1, before[1] + 2]);
    assert.ok((await sample('casegraph_operation_seconds_count{operation="CaseByNumber"}')) > before[0]);
    assert.doesNotMatch(await metrics(), /Mine/);
  });

  it('counts a subscription that does not begin as one that was not executed', async () => {
    const sampled = () => sample('casegraph_operations_total{operation="other",outcome="not_executed"}');
    const before = await sampled();
    await system.stopPart('womens-federation');
    try {
      const response = await fetch(`${system.config.urls.gateway}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          authorization: `Bearer ${prosecutors}`,
        },
        body: JSON.stringify({ query: 'subscription { aidLeadChanged { cursor } }' }),
      });
      assert.match(await response.text(), /AGENCY_UNAVAILABLE/);
    } finally {
      await system.startPart('womens-federation');
    }
    assert.equal(await sampled(), before + 1);
  });

  it('counts what was kept and found again, and what was planned', async () => {
    const query = '{ viewer { agency { code } } }';
    const hits = 'casegraph_plan_cache_total{result="hit"}';
    const misses = 'casegraph_plan_cache_total{result="miss"}';
    const known = 'casegraph_document_cache_total{result="hit"}';
    const before = [await sample(hits), await sample(misses), await sample(known)] as const;
    for (let time = 0; time < 3; time += 1) await post({ query });
    const now = [await sample(hits), await sample(misses), await sample(known)];
    assert.deepEqual(now, [before[0] + 2, before[1] + 1, before[2] + 2]);
    assert.equal(await sample('casegraph_plan_seconds_count'), before[1] + 1);
  });

  it('counts refusals by code, and by the limit that they name', async () => {
    const before = await sample('casegraph_limits_total{limit="depth"}');
    await post({ query: '{ viewer { username } }' }, {});
    await post({ documentId: `sha256:${'0'.repeat(64)}` });
    await post({ query: `{ ${'a { '.repeat(20)} b ${'} '.repeat(20)} }` });
    assert.ok((await sample('casegraph_refusals_total{code="MISSING_TOKEN"}')) >= 1);
    assert.ok((await sample('casegraph_refusals_total{code="PERSISTED_QUERY_NOT_FOUND"}')) >= 1);
    assert.equal(await sample('casegraph_limits_total{limit="depth"}'), before + 1);
  });

  it('counts what an agency that is stopped does to answers, and knows the breaker before it', async () => {
    await system.stopPart('courts');
    try {
      // As often as it takes to open the breaker.
      await until('the breaker before the courts is open', async () => {
        await askCase();
        return (await sample('casegraph_breaker_state{subgraph="courts"}')) === 2;
      });
      assert.ok((await sample('casegraph_errors_total{agency="courts",code="AGENCY_UNAVAILABLE"}')) >= 5);
      assert.ok((await sample('casegraph_subgraph_requests_total{subgraph="courts",outcome="UNREACHABLE"}')) >= 5);
      assert.ok((await sample('casegraph_operations_total{operation="CaseByNumber",outcome="partial"}')) >= 5);
      assert.equal(await sample('casegraph_breaker_state{subgraph="police"}'), 0);
    } finally {
      await system.startPart('courts');
    }
    await until('the courts are asked again', async () => {
      const { extensions } = await askCase();
      return extensions?.agencies.courts === 'answered';
    });
    assert.equal(await sample('casegraph_breaker_state{subgraph="courts"}'), 0);
  });

  it('counts at the exchange’s own port the envelopes that it refuses', async () => {
    const { exchange } = system.config.urls;
    const forged = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"jws":"a.b.c","jwe":""}',
    };
    for (let times = 0; times < 3; times += 1) await fetch(`${exchange}/envelopes`, forged);
    const text = await (await fetch(`${exchange}/metrics`)).text();
    assert.match(text, /^casegraph_refused_envelopes_total\{code="MALFORMED"\} 3$/m);
    assert.equal((await fetch(`${system.config.urls.police}/metrics`)).status, 200);
  });

  it('says nothing at the public door, and nothing but /metrics at the port of its own', async () => {
    const token = { authorization: `Bearer ${'x'.repeat(10)}` };
    assert.equal((await fetch(`${system.config.urls.gateway}/metrics`, { headers: token })).status, 404);
    assert.equal((await fetch(metricsUrl.replace('/metrics', '/'))).status, 404);
    assert.equal((await fetch(metricsUrl, { method: 'POST' })).status, 404);
  });

  it('gives every metric that the Grafana board shows, with the labels that it shows them by', async () => {
    await askCase();
    const text = await metrics();
    const types = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => [name, type]));
    const charts = BOARD.panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })));
    assert.ok(charts.length >= 20, `${charts.length} charts`);
    for (const { title, expr } of charts) {
      const names = [...expr.matchAll(/\b(?:casegraph|process|nodejs)_\w+/g)].map(([name]) => name);
      assert.ok(names.length > 0, title);
      for (const name of names) {
        const metric = types.has(name) ? name : name.replace(/_(bucket|count|sum)$/, '');
        assert.ok(types.has(metric), `${title}: ${name}`);
        assert.equal(types.get(metric) === 'histogram', metric !== name, `${title}: ${name}`);
        const by = /by \(([^)]*)\)/.exec(expr)?.[1]?.split(', ') ?? [];
        const samples = [...text.matchAll(new RegExp(`^${name}(?:\\{(.*)\\})? `, 'gm'))].map(([, labels]) => labels);
        for (const label of samples.length > 0 ? by : [])
          assert.ok(
            samples.some((labels) => labels?.includes(`${label}="`)),
            `${title}: ${name} by ${label}`,
          );
      }
    }
  });

  it('makes one trace of a request through the gateway and the subgraphs, below the caller’s', async () => {
    const traceparent = `00-${CALLER.traceId}-${CALLER.spanId}-01`;
    const { errors } = await askCase({ traceparent, tracestate: `person=${HUANG.idNumber}`, baggage: 'name=secret' });
    assert.equal(errors, undefined);
    const spans = () => receiver.spans.filter(({ traceId }) => traceId === CALLER.traceId);
    const services = () => new Set(spans().map(({ service }) => service));
    await until('gateway and subgraphs have sent their spans', async () => services().size >= 4);
    // What comes later of the same trace.
    await until('all fetches are answered for', async () => served(spans()) === named(spans(), 'fetch').length);

    const [request, ...more] = named(spans(), 'request').filter(({ service }) => service === 'gateway');
    assert.ok(request && more.length === 0);
    assert.equal(request.parentSpanId, CALLER.spanId);
    assert.deepEqual(request.attributes, {
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'CaseByNumber',
    });
    const ofGateway = spans().filter(({ service, name }) => service === 'gateway' && name !== 'request');
    // A plan only where nobody has asked for it before.
    const stages = new Set(ofGateway.map(({ name }) => name).filter((name) => name !== 'plan'));
    assert.deepEqual([...stages].sort(), ['admit', 'fetch', 'write']);
    for (const span of ofGateway) assert.equal(span.parentSpanId, request.spanId, span.name);

    const fetches = new Map(named(spans(), 'fetch').map((span) => [span.spanId, span]));
    const ofSubgraphs = named(spans(), 'request').filter(({ service }) => service !== 'gateway');
    for (const { parentSpanId, service } of ofSubgraphs)
      assert.equal(fetches.get(parentSpanId)?.attributes['casegraph.subgraph'], service);
    const requests = new Map(ofSubgraphs.map((span) => [span.spanId, span]));
    const statements = named(spans(), 'statement');
    assert.ok(
      statements.some(
        ({ service, attributes }) => service === 'exchange' && attributes['db.collection.name'] === 'cases',
      ),
    );
    for (const { parentSpanId, service } of statements) assert.equal(requests.get(parentSpanId)?.service, service);
  });

  it('begins a trace where the caller has none, and says why a request was turned away', async () => {
    await post({ query: '{ viewer { username } }' }, { traceparent: '00-not-a-trace' });
    const refused = () => receiver.spans.find(({ fault }) => fault === 'MISSING_TOKEN');
    await until('the refusal is traced', async () => refused() !== undefined);
    assert.deepEqual([refused()?.parentSpanId, refused()?.name], ['', 'request']);
  });

  it('has no value of a query or an answer, no person and no token in spans and metrics', async () => {
    const query = `query Secret($idNumber: ResidentIdNumber!) { person(idNumber: $idNumber) { identity { name idNumber } } }`;
    const inline = `{ person(idNumber: "${HUANG.idNumber}") { identity { name } } }`;
    const trace = { traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` };
    const authorization = `Bearer ${token}`;
    const known = await post({ query, variables: { idNumber: HUANG.idNumber } }, { authorization, ...trace });
    assert.equal(known.data?.person?.identity?.name, HUANG.name);
    await post({ query: inline }, { authorization, ...trace });
    await until('they are traced', async () => {
      const spans = receiver.spans.filter(({ traceId }) => traceId === 'ab'.repeat(16));
      const requests = named(spans, 'request').length - served(spans);
      return requests === 2 && served(spans) === named(spans, 'fetch').length && named(spans, 'statement').length > 0;
    });
    // What was never asked before was planned, once for each text.
    assert.equal(
      named(
        receiver.spans.filter(({ traceId }) => traceId === 'ab'.repeat(16)),
        'plan',
      ).length,
      2,
    );
    const { data } = await askCase();
    const id = data?.caseByNumber?.id ?? assert.fail();
    const values = [
      HUANG.idNumber,
      HUANG.name,
      HUANG_CASE.policeNumber,
      id,
      'police.shenyang',
      token,
      prosecutors,
      'Bearer',
      'Secret',
    ];
    const said = `${receiver.text()}\n${await metrics()}`;
    for (const [index, value] of values.entries())
      assert.ok(value.length > 1 && !said.includes(value), `value ${index} stands in spans or metrics`);
  });
});

function named(spans: readonly ReceivedSpan[], name: string): ReceivedSpan[] {
  return spans.filter((span) => span.name === name);
}

/** Requests that subgraphs say they have had. */
function served(spans: readonly ReceivedSpan[]): number {
  return named(spans, 'request').filter(({ service }) => service !== 'gateway').length;
}
