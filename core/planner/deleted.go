package planner

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"time"

	"mentorbook/core"
)

// Deleted is a deletion that can still be brought back: its entry stands in the journal with all that went.
type Deleted struct {
	Step Step
	Set  core.ID // the journal entry, for BringBack
	At   time.Time
	Kind core.Kind         // of what was deleted
	Took map[core.Kind]int // how many records of each kind went, that one included
}

// deletions are the steps that take something away for its own sake, each with the kind of what it deletes.
func deletions() map[Title]core.Kind {
	return map[Title]core.Kind{
		TitlePersonDeleted: core.KindPerson, TitleRelationshipDeleted: core.KindRelationship, TitleMeetingDeleted: core.KindMeeting,
		TitleSeriesDeleted: core.KindSeries, TitleNoteDeleted: core.KindNote, TitleQuestionDeleted: core.KindQuestion,
		TitleActionDeleted: core.KindAction, TitleGoalDeleted: core.KindGoal, TitleAssessmentDeleted: core.KindAssessment,
		TitleSkillDeleted: core.KindSkill, TitleChecklistDeleted: core.KindChecklist, TitleRunDeleted: core.KindRun,
	}
}

// Deleted lists the deletions that stand, last first, as far back as the workspace keeps images. Those that were undone,
// and those of what has been erased since, are not among them. It reads the journal.
func (s Histories) Deleted(ctx context.Context) ([]Deleted, error) {
	return view(ctx, s.e, func(r Reader) ([]Deleted, error) {
		ws, err := workspaceOf(r)
		if err != nil {
			return nil, err
		}
		since, undone, kinds := s.e.now().AddDate(0, 0, -ws.JournalDays), map[core.ID]core.ID{}, deletions()
		var out []Deleted
		for cs, err := range r.Journal(JournalQuery{Reverse: true}) {
			if err != nil {
				return nil, err
			}
			if cs.At.Before(since) {
				break
			}
			if !cs.Undoes.IsZero() {
				undone[cs.Undoes] = cs.ID
				continue
			}
			kind, deletes := kinds[cs.Title]
			if !deletes || cs.Trimmed || !cs.Group.IsZero() {
				continue
			}
			if tip, stands := lastOf(cs.ID, undone); stands {
				d, err := deletedOf(r, cs, kind, tip)
				if err != nil {
					return nil, err
				}
				out = append(out, d)
			}
		}
		slices.SortStableFunc(out, func(a, b Deleted) int { return b.At.Compare(a.At) }) // the clock of some steps may have been another
		return out, nil
	})
}

// lastOf gives the last entry that took another back or did it again, the entry itself where there is none, and whether
// the step stands.
func lastOf(id core.ID, undone map[core.ID]core.ID) (tip core.ID, stands bool) {
	for stands = true; ; stands = !stands {
		by, ok := undone[id]
		if !ok {
			return id, stands
		}
		id = by
	}
}

func deletedOf(r Reader, cs *ChangeSet, kind core.Kind, tip core.ID) (Deleted, error) {
	d := Deleted{Step: Step{Title: cs.Title, Args: cs.Args}, Set: tip, At: cs.At, Kind: kind, Took: map[core.Kind]int{}}
	for _, c := range cs.Changes {
		if !c.Gone {
			continue
		}
		d.Took[c.Ref.Kind]++
		if c.Ref.Kind != kind || d.Step.Args["name"] != "" {
			continue
		}
		name, err := nameOfImage(r, c) // a note or a question, whose words the journal's titles do not repeat
		if err != nil {
			return d, err
		}
		d.Step.Args = map[string]string{"name": name}
	}
	return d, nil
}

func nameOfImage(r Reader, c Change) (string, error) {
	rec, err := imageOf(c)
	if err != nil {
		return "", err
	}
	if n, ok := rec.(*core.Note); ok {
		return core.Excerpt(core.CleanLine(n.Text)), nil
	}
	return titleOf(r, rec)
}

// imageOf gives a record as it was before a change.
func imageOf(c Change) (core.Record, error) {
	rec, ok := core.New(c.Ref.Kind)
	if !ok || c.Before == nil {
		return nil, core.Fail(core.CodeConflict, "kind", string(c.Ref.Kind))
	}
	if err := json.Unmarshal(c.Before, rec); err != nil {
		return nil, core.Wrap(core.CodeDamaged, err)
	}
	return rec, nil
}

// BringBack takes one deletion back, whatever was done since: a step of its own, that undo takes back in turn. It is
// refused as undo is, with CodeConflict, where what the deletion changed has changed again, and with CodeLostTie where
// something that comes back belongs to what is gone itself. A deletion that does not stand any more is CodeNothingToUndo.
func (s Histories) BringBack(ctx context.Context, set core.ID) (*Step, error) {
	var back *ChangeSet
	err := s.e.update(ctx, func(w Writer) error {
		was, err := w.Entry(set)
		if err != nil {
			return err
		}
		if stands, err := standsStill(w, was); err != nil || !stands {
			return errOr(err, core.Fail(core.CodeNothingToUndo))
		}
		u, err := s.e.newUnit(w)
		if err != nil {
			return err
		}
		if err := u.invert(was); err != nil {
			return err
		}
		if err := u.refuseLost(was); err != nil {
			return err
		}
		back = u.changeSet(TitleBroughtBack, was.Args)
		back.Undoes = was.ID
		if err := u.finish(back); err != nil {
			return err
		}
		if err := dropStep(w, metaUndo, entryStep(was.ID)); err != nil {
			return err
		}
		return pushUndo(w, entryStep(back.ID))
	})
	if err != nil {
		return nil, err
	}
	s.e.tell(Event{Step: back.ID, Title: back.Title, Args: back.Args, Refs: back.refs()})
	step := &Step{}
	step.add(back)
	s.e.tellSteps(ctx, step)
	return step, nil
}

// standsStill tells whether nothing has taken an entry back, which would have touched the first of its records, too. What did
// may stand before it in the journal where the clock was put back.
func standsStill(r Reader, cs *ChangeSet) (bool, error) {
	if len(cs.Changes) == 0 {
		return false, nil
	}
	for later, err := range r.Journal(JournalQuery{Record: cs.Changes[0].Ref, Reverse: true}) {
		if err != nil {
			return false, err
		}
		if later.Undoes == cs.ID {
			return false, nil
		}
	}
	return true, nil
}

// refuseLost refuses to bring back what names a record that is not there.
func (u *unit) refuseLost(cs *ChangeSet) error {
	look := func(ref core.Ref) (core.Record, error) { return get(u, ref) }
	for _, c := range cs.Changes {
		if !c.Gone {
			continue
		}
		rec, err := get(u, c.Ref)
		if err != nil {
			return err
		}
		for _, to := range core.Pointers(rec) {
			switch _, err := look(to.Ref); {
			case core.CodeOf(err) == core.CodeNotFound:
				return core.Fail(core.CodeLostTie, "kind", string(to.Ref.Kind))
			case err != nil:
				return err
			}
		}
		if err := Accord(rec, look); err != nil {
			return err
		}
	}
	return nil
}

// dropStep takes a step out of a list, wherever in it that stands.
func dropStep(w Writer, list string, s stepRef) error {
	raw, err := w.Meta(list)
	if err != nil {
		return err
	}
	for at := 0; at+stepSize <= len(raw); at += stepSize {
		if bytes.Equal(raw[at:at+stepSize], s[:]) {
			return w.SetMeta(list, slices.Delete(bytes.Clone(raw), at, at+stepSize))
		}
	}
	return nil
}

func errOr(err, other error) error {
	if err != nil {
		return err
	}
	return other
}
