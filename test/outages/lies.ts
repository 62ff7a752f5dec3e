import type { ServerResponse } from 'node:http';

/** What stands in lies and must never reach a caller or a log. */
export const SECRET = 'SECRET-of-the-subgraph';

/** @param honest what the subgraph has said, as JSON */
export type Lie = (response: ServerResponse, honest: string) => void;

interface Answer {
  data: { _entities: Record<string, unknown>[] };
}

const JSON_TYPE = { 'content-type': 'application/json' };

const raw =
  (status: number, type: string, body: string): Lie =>
  (response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);

/** Another answer, made of the honest one. */
const changed =
  (change: (answer: Answer) => unknown): Lie =>
  (response, honest) =>
    void response.writeHead(200, JSON_TYPE).end(JSON.stringify(change(JSON.parse(honest))));

const withEntities = (change: (entities: Record<string, unknown>[]) => unknown): Lie =>
  changed(({ data }) => ({ data: { _entities: change(data._entities) } }));

const withTrials = (change: (trial: Record<string, unknown>) => unknown): Lie =>
  withEntities((entities) =>
    entities.map((entity) => ({ ...entity, trials: (entity.trials as Record<string, unknown>[]).map(change) })),
  );

const PAGE = `<html><title>${SECRET}</title><p>http://10.1.2.3:4003/graphql</html>`;

/** Of an agency that is asked for what it knows of a case; all but the last leave nothing of it to be shown. */
export const LIES: Readonly<Record<string, Lie>> = {
  'an error page': raw(500, 'text/html', PAGE),
  'a page of a proxy': raw(502, 'text/html', PAGE),
  'a redirect': (response) => void response.writeHead(302, { location: `http://10.1.2.3/${SECRET}` }).end(),
  'no such address': raw(404, 'application/json', `{"message":"${SECRET}"}`),
  'a page with status 200': raw(200, 'text/html', PAGE),
  nothing: raw(200, 'application/json', ''),
  'half of it': (response, honest) => void response.writeHead(200, JSON_TYPE).end(honest.slice(0, honest.length / 2)),
  'less than was promised': (response, honest) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': honest.length + 1_000 }).write(honest);
    setTimeout(() => response.destroy(), 50);
  },
  'more than was promised': (response, honest) =>
    void response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n${honest}`),
  'no HTTP': (response) => void response.socket?.end(`${SECRET}\r\n\r\n`),
  'no end': (response) => {
    response.writeHead(200, JSON_TYPE);
    const drip = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(drip));
  },
  'a flood': (response) => {
    const chunk = Buffer.alloc(1024 * 1024, SECRET);
    response.writeHead(200, JSON_TYPE);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
  'a text of 10 MB': (response) => void response.writeHead(200, JSON_TYPE).end(JSON.stringify(SECRET.repeat(500_000))),
  'a list': raw(200, 'application/json', `["${SECRET}"]`),
  'data that are none': raw(200, 'application/json', `{"data":"${SECRET}"}`),
  'errors that are none': raw(200, 'application/json', `{"errors":"${SECRET}"}`),
  'no entities': raw(200, 'application/json', `{"data":{"${SECRET}":1}}`),
  'entities that are none': raw(200, 'application/json', `{"data":{"_entities":"${SECRET}"}}`),
  'too few entities': withEntities((entities) => entities.slice(1)),
  'too many entities': withEntities((entities) => [...entities, ...entities, { [SECRET]: 1 }]),
  'a text for a list': withEntities((entities) => entities.map((entity) => ({ ...entity, trials: SECRET }))),
  'an object for a text': withTrials((trial) => ({ ...trial, cause: { [SECRET]: 1 } })),
  'a status that there is not': withTrials((trial) => ({ ...trial, status: SECRET })),
  'null where there is none': withTrials((trial) => ({ ...trial, cause: null })),
  'a missing field': withTrials(({ cause: _left, ...trial }) => trial),
  'ten thousand errors': changed(() => ({
    data: null,
    errors: Array.from({ length: 10_000 }, () => ({
      message: 'It failed.',
      path: ['_entities', 0],
      extensions: { code: 'DOWN', url: `http://10.1.2.3/${SECRET}`, stacktrace: [SECRET] },
    })),
  })),
  'lists without end': raw(
    200,
    'application/json',
    `{"data":{"_entities":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
  ),
  'errors of no shape': changed(() => ({ data: null, errors: [null, 7, SECRET, { message: {}, path: 'x' }, []] })),
};

/** It has said all of it, and things that nobody asked for. */
export const MORE_THAN_ASKED: Readonly<Record<string, Lie>> = {
  'fields that nobody asked for': withEntities((entities) =>
    entities.map((entity) => ({ ...entity, [SECRET]: SECRET, id: SECRET, number: SECRET })),
  ),
  'a prototype': (response, honest) =>
    void response
      .writeHead(200, JSON_TYPE)
      .end(honest.replaceAll('"trials":', `"__proto__":{"${SECRET}":1,"trials":[]},"constructor":1,"trials":`)),
  '10 MB beside it': changed((answer) => ({ ...answer, extensions: { [SECRET]: 'x'.repeat(10_000_000) } })),
};
