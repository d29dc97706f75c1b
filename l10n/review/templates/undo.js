// Steps back, and forth again. On a served page a step is taken back in the catalogue first: `takeBack`.

/** Takes back the last step, wherever it was. */
function undoLast() {
  const step = steps.findLast(({ undoing }) => !undoing);
  if (!step) {
    announce(say("nothing_to_undo"));
    return;
  }
  go(step.entry);
  // What was decided at once for several is taken back at once.
  const all = step.group ? steps.filter(({ group, undoing }) => group === step.group && !undoing) : [step];
  all.reverse().forEach(revert);
}

/** Decides again what has been undone last. */
function redo() {
  const last = undone.pop();
  if (!last) {
    announce(say("nothing_to_redo"));
    return;
  }
  const { entry, decision } = last;
  const again = { ...decision, old: entry.row.old, exported: false, saved: false };
  decide(entry, Object.freeze(sameTexts(again, entry.row)), { redoing: true });
  save(entry);
  go(entry);
  announce(say("said_redone", { entry: entry.row.number }));
}

/** Takes back the entry's own last step; a decision of an earlier visit goes as a whole. */
function undoRow(entry) {
  const step = steps.findLast((one) => one.entry === entry && !one.undoing);
  if (!step && entry.decision === null) {
    announce(say("nothing_to_undo"));
    return;
  }
  revert(step ?? { entry, before: null, after: entry.decision });
}

/** Back to the decision before. The step stays among the others until that is done, or cannot be done at all. */
async function revert(step) {
  const { entry } = step;
  const again = step.after && entry.decision === step.after ? { ...step.after, texts: textsOf(entry) } : null;
  Object.assign(step, { undoing: true, open: false });
  const problem = await (page.served ? queued(entry, () => takeBack(step)) : putBack(step));
  step.undoing = false;
  if (!problem?.again && steps.includes(step)) steps.splice(steps.indexOf(step), 1);
  if (!problem && again) undone.push({ entry, decision: again });
  announce(problem ? problem.text : say("said_undone", { entry: entry.row.number, ...figures() }));
  showProgress();
  if (!problem && entry === current && !entry.element.contains(document.activeElement)) go(entry);
}

/** Undoes what is in no catalogue; null, or what is wrong with that: the text, and whether to try again. */
function putBack(step) {
  const { entry, before, after } = step;
  if (entry.decision !== after) {
    const text = say("undo_stale", { entry: entry.row.number });
    return { text, again: steps.findLast((one) => one.entry === entry) !== step };
  }
  // After a conflict the row is what the catalogue has, unless there is an edit to be sent again.
  const theirs = before === null || before.saved ? entry.refused?.row : null;
  entry.refused = null;
  entry.failed = "";
  if (theirs) {
    forgetSteps(entry);
    renew(entry, theirs, null);
  } else put(entry, before);
  return null;
}
