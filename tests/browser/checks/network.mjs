// What the page asks of the network and what the browser complains of: other hosts, missing files, scripts, the policy.

/** Watches a context; returns a function that says which page is being looked at now. */
export function watch(context, origin) {
  let fail = () => {};
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) fail('other-host', url);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) fail('missing', `${response.status()} ${response.url().replace(origin, '')}`);
  });
  context.on('console', (message) => {
    const words = message.text();
    // A missing file has its own failure.
    if (message.type() === 'error' && !words.startsWith('Failed to load resource')) fail(policy(words), words);
  });
  context.on('weberror', (error) => fail('console', String(error.error())));
  return (next) => {
    fail = next;
  };
}

function policy(words) {
  return /Content Security Policy|Refused to /.test(words) ? 'policy' : 'console';
}
