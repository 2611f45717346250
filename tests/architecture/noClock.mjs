/** Rules of our own, for oxlint: the domain is told the time, so that its figures can be computed of any day. */
const message = 'The domain has no clock: take the time as a parameter.';

const noClock = {
  create: (context) => ({
    MemberExpression: (node) => {
      if (node.object.name === 'Date' && node.property.name === 'now') context.report({ node, message });
    },
    NewExpression: (node) => {
      if (node.callee.name === 'Date' && node.arguments.length === 0) context.report({ node, message });
    },
  }),
};

export default { meta: { name: 'domain' }, rules: { 'no-clock': noClock } };
