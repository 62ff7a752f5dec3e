import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';

/** Both clients are ours, so what they ask is granted without a question. */
export async function grantWhatIsAsked(ctx: KoaContextWithOIDC) {
  const { provider, session, client, requestParamOIDCScopes } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const { clientId } = client;
  const existing = session.grantIdFor(clientId);
  const granted = existing ? await provider.Grant.find(existing) : undefined;
  const grant = granted ?? new provider.Grant({ clientId, accountId: session.accountId });
  grant.addOIDCScope([...requestParamOIDCScopes].join(' '));
  await grant.save();
  return grant;
}

/** oidc-provider's own, but for two things. */
export function signInPolicy() {
  const policy = interactionPolicy.base();
  // It asks for consent at every sign-in of a native client, as fits clients of strangers.
  policy.get('consent')?.checks.remove('native_client_prompt');
  // It takes a session for a sign-in even where its user is not let in any more.
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('account_is_out', 'the sign-in counts no more', ({ oidc }) =>
        Boolean(oidc.session?.accountId && !oidc.account),
      ),
    );
  return policy;
}
