package calendar

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/tone"
)

// signOf gives the sign of a meeting: of several reasons the one that a guest can't be blamed for first, as its caption says it.
func signOf(x planner.CalendarMeeting) tone.Sign {
	said := planner.SaidBy(x.Answers)
	switch {
	case !needsCare(x):
		if agreed(x) {
			return tone.Agreed
		}
		return tone.NoSign
	case x.Meeting.Planned() && len(x.Clashes) > 0:
		return tone.Clashes
	case said.StillOn+said.Off+said.OldTimes > 0:
		return tone.Outdated
	case said.Propose+said.Places > 0, x.Own != nil && x.Own.Proposed != nil:
		return tone.Proposes
	}
	return tone.Unsettled
}

// SignNote is what a sign means that is on show.
type SignNote struct {
	Sign tone.Sign
	Text string
}

// Signs explains the signs of what is on show.
func (m *Model) Signs() []SignNote {
	shown := map[tone.Sign]bool{}
	for _, b := range m.Blocks {
		shown[b.Sign] = true
	}
	var out []SignNote
	for _, s := range []SignNote{
		{tone.Clashes, m.words.T("calendar.sign.clash")},
		{tone.Proposes, m.words.T("calendar.sign.proposes")},
		{tone.Outdated, m.words.T("calendar.sign.outdated")},
		{tone.Unsettled, m.words.T("calendar.sign.care")},
		{tone.Agreed, m.words.T("calendar.sign.agreed")},
	} {
		if shown[s.Sign] {
			out = append(out, s)
		}
	}
	return out
}

// needsCare tells whether what guests said to a meeting or know of it asks for the owner's care, as on the page of the day; so
// does an invitation that the owner has not answered, and a clash. An answer that is waited for does not.
func needsCare(x planner.CalendarMeeting) bool {
	return planner.SaidBy(x.Answers).StillOn > 0 || x.Meeting.Declined() && x.Own.Owed() || x.Meeting.Planned() && (len(x.Clashes) > 0 || x.Own.Owed() || x.Own != nil && x.Own.Proposed != nil || x.Invited && planner.NeedCare(x.Answers))
}

// agreed tells whether all guests come, or the owner does who was invited.
func agreed(x planner.CalendarMeeting) bool {
	if !x.Meeting.Planned() {
		return false
	}
	if x.Own != nil {
		return x.Own.Given() && x.Own.Said() == core.AnswerAccepted
	}
	said := planner.SaidBy(x.Answers).Answers
	return x.Invited && len(said) > 0 && !slices.ContainsFunc(said, func(a core.Answer) bool { return a != core.AnswerAccepted })
}
