// Signs a person in at the OpenID Connect provider (authorization code with PKCE) and gives GraphiQL the token.
// The token stays in this tab only.
const CLIENT = 'casegraph-web';
const issuer = document.querySelector('meta[name=casegraph-issuer]').content;
const here = `${location.origin}/graphql`;
const element = (id) => document.getElementById(id);

const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function provider() {
  return (await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)).json();
}

async function signIn() {
  const verifier = random();
  const state = random();
  sessionStorage.setItem('pkce', JSON.stringify({ verifier, state }));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  const { authorization_endpoint: endpoint } = await provider();
  const asked = { client_id: CLIENT, redirect_uri: here, response_type: 'code', scope: 'openid profile', state };
  location.assign(
    `${endpoint}?${new URLSearchParams({ ...asked, code_challenge: base64url(digest), code_challenge_method: 'S256' })}`,
  );
}

async function finishSignIn(code, state) {
  const begun = JSON.parse(sessionStorage.getItem('pkce') ?? '{}');
  sessionStorage.removeItem('pkce');
  history.replaceState(null, '', '/graphql');
  if (begun.state !== state) return;
  const { token_endpoint: endpoint } = await provider();
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: CLIENT,
    redirect_uri: here,
    code,
    code_verifier: begun.verifier,
  });
  const answer = await (await fetch(endpoint, { method: 'POST', body })).json();
  if (answer.access_token) sessionStorage.setItem('token', answer.access_token);
  if (answer.id_token) sessionStorage.setItem('id-token', answer.id_token);
}

async function signOut() {
  const { end_session_endpoint: endpoint } = await provider();
  const hint = sessionStorage.getItem('id-token');
  sessionStorage.clear();
  location.assign(
    `${endpoint}?${new URLSearchParams({ id_token_hint: hint ?? '', client_id: CLIENT, post_logout_redirect_uri: here })}`,
  );
}

async function whoAmI(token) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'accept-language': 'zh' },
    body: JSON.stringify({ query: '{ viewer { name agency { name } region { name } } }' }),
  });
  return response.ok ? (await response.json()).data?.viewer : null;
}

function showGraphiql(token) {
  const fetcher = GraphiQL.createFetcher({
    url: '/graphql',
    headers: { authorization: `Bearer ${token}`, 'accept-language': navigator.language },
  });
  const query =
    '# 当前用户与最新线索（newest leads）\n{\n  viewer { name agency { name } region { name } roles }\n  aidLeads(first: 5) {\n    edges { node { number status applicantName hardship { name } } }\n  }\n}\n';
  ReactDOM.createRoot(element('graphiql')).render(
    React.createElement(GraphiQL, {
      fetcher,
      defaultQuery: query,
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: true,
    }),
  );
}

async function begin() {
  element('sign-in').onclick = signIn;
  element('sign-out').onclick = signOut;
  const token = sessionStorage.getItem('token');
  const viewer = token ? await whoAmI(token) : null;
  element('sign-in').hidden = viewer !== null;
  element('sign-out').hidden = viewer === null;
  element('welcome').hidden = viewer !== null;
  if (!viewer) return;
  element('who').textContent = [viewer.agency.name, viewer.region?.name, viewer.name].filter(Boolean).join(' · ');
  showGraphiql(token);
}

const parameters = new URLSearchParams(location.search);
const finished = parameters.has('code')
  ? finishSignIn(parameters.get('code'), parameters.get('state'))
  : Promise.resolve();
finished.then(begin, begin);
