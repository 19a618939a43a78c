/**
 * What is wrong with a conversation, in words (nothing: every message came back once and was answered once, in the order in which
 * the server took them), and how long each answer took, in milliseconds from sending the message to reading the answer.
 */
export async function judge(visitor) {
  const faults = [...visitor.faults];
  const times = [];
  const ids = visitor.received.map(({ activity }) => activity.id);
  if (new Set(ids).size !== ids.length) faults.push('something came twice');
  const kept = await visitor.kept();
  if (kept.join() !== ids.join()) faults.push('the stream brought something else than what is kept');
  const order = [];
  for (const [clientId, { at, id }] of visitor.sent) {
    const echoes = visitor.received.filter(({ activity }) => activity.channelData?.clientActivityID === clientId);
    const answers = visitor.received.filter(
      ({ activity }) => activity.type === 'message' && id !== null && activity.replyToId === id,
    );
    if (echoes.length !== 1 || echoes[0].activity.id !== id) faults.push(`a message came back ${echoes.length} times`);
    if (answers.length !== 1) faults.push(`a message was answered ${answers.length} times`);
    if (echoes.length === 0 || answers.length === 0) continue;
    order.push({ asked: visitor.received.indexOf(echoes[0]), answered: visitor.received.indexOf(answers[0]) });
    times.push(answers[0].at - at);
  }
  order.sort((a, b) => a.asked - b.asked);
  const late = order.filter(({ asked, answered }, n) => answered < asked || answered < (order[n - 1]?.answered ?? -1));
  if (late.length > 0) faults.push(`${late.length} answers out of order`);
  return { faults, times };
}
