package planner

import (
	"slices"

	"mentorbook/core"
)

// Inbox is what was taken down and put to nobody: it belongs to no relationship, so that no page of one shows it.
type Inbox struct {
	Questions []*core.Question // that wait, oldest first
	Actions   []*core.Action   // open ones of the owner's, by day; those that are late are needs
	Others    []Promise        // open ones of other people's, by day
	More      int              // how many were left out of the lists
}

// Promise is an action with whose it is.
type Promise struct {
	Action *core.Action
	Owner  *core.Person
}

// maxInbox is how many questions, and how many promises, the inbox lists.
const maxInbox = 8

// inbox finds what is put to nobody by keys alone: no record is read but those that are listed.
func (t *todayReader) inbox() error {
	box := &t.out.Inbox
	for entry, err := range t.Keys(Query{Index: QuestionsWaiting}) {
		if err != nil {
			return err
		}
		if len(box.Questions) == maxInbox {
			box.More++
			continue
		}
		q, err := load[core.Question](t, entry.Ref.ID)
		if err != nil {
			return err
		}
		box.Questions = append(box.Questions, q)
	}
	for entry, err := range t.Keys(Query{Index: ActionsApart, Of: t.ws.Owner, From: onDay(t.out.Date)}) {
		if err != nil {
			return err
		}
		if len(box.Actions) == maxInbox {
			box.More++
			continue
		}
		a, err := load[core.Action](t, entry.Ref.ID)
		if err != nil {
			return err
		}
		box.Actions = append(box.Actions, a)
	}
	return t.othersPromises()
}

// othersPromises finds what other people promised who are in no relationship, or outside of it.
func (t *todayReader) othersPromises() error {
	var found []IndexEntry
	for entry, err := range t.Keys(Query{Index: ActionsApart, All: true}) {
		if err != nil {
			return err
		}
		if entry.Of != t.ws.Owner {
			found = append(found, entry)
		}
	}
	slices.SortStableFunc(found, func(a, b IndexEntry) int { return a.At.Compare(b.At) })
	shown := found[:min(len(found), maxInbox)]
	t.out.Inbox.More += len(found) - len(shown)
	for _, entry := range shown {
		a, err := load[core.Action](t, entry.Ref.ID)
		if err != nil {
			return err
		}
		who, err := load[core.Person](t, a.Owner)
		if err != nil {
			return err
		}
		t.out.Inbox.Others = append(t.out.Inbox.Others, Promise{a, who})
	}
	return nil
}
