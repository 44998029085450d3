package planner

import (
	"slices"

	"mentorbook/core"
)

// senderOf gives the address of the e-mail in which a message of an organizer came, where that is neither theirs, nor another of the
// same person, nor of whom they let send it; "" where it is, and where nobody knows. A UID and an address are no secret, so anybody
// can write in somebody's name: whoever takes that in is told.
func (t *intake) senderOf(ev *core.CalendarEvent) (string, error) {
	from, by := core.EmailKey(ev.Sender), core.EmailKey(ev.Organizer.Email)
	if ev.Sender == "" || ev.Organizer.Email == "" || ev.Method == "" || ev.Method == string(core.MethodPublish) {
		return "", nil
	}
	if from == by || ev.SentBy != "" && from == core.EmailKey(ev.SentBy) || t.mine[from] && t.mine[by] {
		return "", nil
	}
	if same, err := t.sameOnes(ev.Sender, ev.Organizer.Email); err != nil || same {
		return "", err
	}
	return core.Excerpt(ev.Sender), nil
}

// sameOnes is areOne, which is asked once of each two.
func (t *intake) sameOnes(a, b string) (same bool, err error) {
	pair := [2]string{core.EmailKey(a), core.EmailKey(b)}
	same, asked := t.sameOne[pair]
	if asked {
		return same, nil
	}
	if same, err = t.areOne(a, b); err != nil {
		return false, err
	}
	if t.sameOne == nil {
		t.sameOne = map[[2]string]bool{}
	}
	t.sameOne[pair] = same
	return same, nil
}

// areOne tells whether two addresses are of one person, also of one whom the way of reading makes known by them.
func (t *intake) areOne(a, b string) (bool, error) {
	for _, rel := range t.rels {
		for _, keys := range rel.others {
			if slices.Contains(keys, core.EmailKey(a)) && slices.Contains(keys, core.EmailKey(b)) {
				return true, nil
			}
		}
	}
	for p, err := range every[core.Person](t.r) {
		if err != nil || p.HasEmail(a) && p.HasEmail(b) {
			return err == nil, err
		}
	}
	return false, nil
}

// invitesOthers gives the address of whom an invitation names where that is nobody by an address of the owner's; "" else. It may have
// been handed on, or have come by an address that nobody here knows to be the owner's: its organizer may take no answer to it.
func (t *intake) invitesOthers(s eventStep, ev *core.CalendarEvent) string {
	switch {
	case s.As == core.KindBusy, s.Does != CalendarNew && s.Does != CalendarChanged, s.Off || ev.Method != "request":
	case len(ev.Guests) == 0 || t.mine[core.EmailKey(ev.Organizer.Email)]:
	case slices.ContainsFunc(ev.Guests, func(g core.Party) bool { return t.mine[core.EmailKey(g.Email)] }):
	default:
		return core.Excerpt(ev.Guests[0].Email)
	}
	return ""
}
