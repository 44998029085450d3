package planner

import (
	"cmp"

	"mentorbook/core"
)

// When something takes place is its organizer's word: a guest who moved it here would be at another time than all others, and
// their answer would be to the time that it has there. What a guest has is to propose another one (RFC 5546 3.2.7). A copy from
// a calendar asks nothing of anybody, and is a record of the owner's own.

// refuseMove refuses a time for a meeting to which somebody else invites, unless it is the one that they have it at.
func refuseMove(r Reader, organized, m *core.Meeting) error {
	if m.Start == organized.Start && m.End == organized.End && m.Zone == organized.Zone {
		return nil
	}
	by, err := invitedBy(r, m)
	if err != nil {
		return err
	}
	return moveTheirs(by)
}

// refuseMoveAll refuses times for a series to all of which somebody else invites, unless they are those that they have it at.
func refuseMoveAll(r Reader, was, now *core.Series) error {
	if sameTimes(was, now) || sameTimes(was.Organized(), now) {
		return nil
	}
	by, err := asksToAll(r, was.ID)
	if err != nil {
		return err
	}
	return moveTheirs(by)
}

func moveTheirs(by core.Party) error {
	if by.Email == "" {
		return nil
	}
	return core.Fail(core.CodeMoveTheirs, "name", cmp.Or(by.Name, by.Email))
}
