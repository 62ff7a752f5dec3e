import { interactionPolicy } from 'oidc-provider';

/**
 * oidc-provider's own, but for one thing. It asks for consent once in a session, and at each sign-in of a native client:
 * any program of the machine can call itself that (RFC 8252, 8.6).
 */
export function signInPolicy() {
  const policy = interactionPolicy.base();
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
