import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const resolve = createRequire(import.meta.url).resolve;
const ASSETS = '/graphiql/';

/** GraphiQL from its npm package, for a browser outside production: no other host is asked. */
export async function graphiqlRoutes(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: [
      dirname(resolve('graphiql/graphiql.min.js')),
      `${dirname(resolve('react/package.json'))}/umd`,
      `${dirname(resolve('react-dom/package.json'))}/umd`,
    ],
    prefix: ASSETS,
    index: false,
    allowedPath: (path) => /^\/(graphiql\.min\.(js|css)|react(-dom)?\.production\.min\.js)$/.test(path),
  });
}

export const GRAPHIQL_PAGE = `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>CaseGraph GraphiQL</title>
<link rel="stylesheet" href="${ASSETS}graphiql.min.css">
<style>body{margin:0}#graphiql{height:100vh}</style>
</head>
<body>
<div id="graphiql"></div>
<script src="${ASSETS}react.production.min.js"></script>
<script src="${ASSETS}react-dom.production.min.js"></script>
<script src="${ASSETS}graphiql.min.js"></script>
<script>
const headers = JSON.stringify({ Authorization: 'Bearer <npm run -s token -- womens-federation.shenyang.officer>' }, null, 2);
const query = '# 在下方 Headers 中填入令牌 (paste a token below, under Headers):\\n#   npm run -s token -- womens-federation.shenyang.officer\\n{\\n  viewer { name agency { name } region { name } roles }\\n}\\n';
ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, {
  fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
  defaultQuery: query,
  defaultHeaders: headers,
  shouldPersistHeaders: false,
  defaultEditorToolsVisibility: 'headers',
}));
</script>
</body>
</html>
`;
