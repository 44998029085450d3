package today

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/tone"
)

// needRows puts needs into words. presenting leaves out what only the owner may read.
func needRows(needs []planner.Need, t *planner.Today, w *locale.Words, presenting bool) []Need {
	var out []Need
	for _, n := range needs {
		if presenting && n.Private {
			continue
		}
		if presenting {
			n.Said = "" // what guests wrote is to the owner
		}
		n.Clash = n.Clash.Shown(presenting)
		out = append(out, needRow(n, t, w))
	}
	return out
}

func needRow(n planner.Need, t *planner.Today, w *locale.Words) Need {
	today := t.Date
	out := Need{Relationship: n.Within, Ahead: n.Ahead, Asked: n.Asked, Copy: n.Copied}
	switch n.Kind {
	case planner.NeedLateAction:
		out.Action, out.Text, out.Tone = n.Ref.ID, promised(n), tone.Pressing
		out.Chip = w.T("today.days_late", "n", n.Days)
	case planner.NeedDueAction:
		out.Action, out.Text, out.Tone = n.Ref.ID, promised(n), tone.Care
		out.Chip = w.T("today.due", "date", w.DateShort(n.On, today))
	case planner.NeedQuiet:
		out.Quiet, out.Tone, out.Chip = true, tone.Care, w.T("today.quiet", "n", n.Days)
		out.Text = w.T("today.quiet_plain", "name", n.Name)
		if n.Cadence > 0 {
			out.Text = w.T("today.quiet_text", "name", n.Name, "count", n.Cadence)
		}
	case planner.NeedToAnswer:
		out.Meeting, out.Answer, out.Tone, out.Chip = n.Ref.ID, true, tone.Care, w.T("today.to_answer")
		out.Text = w.T("today.to_answer_text", "when", w.Moment(n.At, today), "name", n.Name) + theirs(n, t, w)
	case planner.NeedClash:
		out.Meeting, out.Clash, out.Tone, out.Chip = n.Ref.ID, true, tone.Pressing, w.T("chip.clash")
		out.Text = w.T("today.clash_text", "name", n.Name, "when", w.Moment(n.At, today), "clash", w.Clash(n.Clash.Title, n.Clash.Name, n.Clash.Near))
	case planner.NeedClashLater:
		out.Day, out.Tone, out.Chip = n.At.Date, tone.Care, w.T("chip.clash")
		out.Text = w.T("today.clash_later", "count", n.Count, "name", n.Name, "when", w.Moment(n.At, today))
	case planner.NeedProposal:
		out.Meeting, out.Proposal, out.Tone, out.Chip = n.Ref.ID, true, tone.Care, w.T("today.proposal")
		if out.Text = proposalText(n, t, w); n.Place != "" {
			out.Chip = w.T("today.proposal_chip_place")
		}
	case planner.NeedDeclined:
		out.Meeting, out.Proposal, out.Tone, out.Chip, out.Dismiss = n.Ref.ID, true, tone.Care, w.T("today.declined"), n.Reply
		out.Text = w.T("today.declined_text", "name", n.Name, "when", w.Moment(n.At, today)) + theirs(n, t, w)
		if n.Said != "" {
			out.Text += " · " + w.Remark(n.Said, saidWords)
		}
	case planner.NeedInvite:
		out.Meeting, out.Invite, out.Tone, out.Chip = n.Ref.ID, n.Ref.ID, tone.Pressing, w.T("today.has_cancel")
		out.Tell = w.Tell(false, core.GuestsSaid{Off: 1})
		out.Text = w.T("today.has_cancel_text", "name", n.Name, "when", w.Moment(n.At, today))
	case planner.NeedJoined:
		out.Invite, out.Tone, out.Chip, out.Tell = n.Ref.ID, tone.Care, w.T("chip.not_invited"), w.Tell(false, core.GuestsSaid{})
		if out.Text = w.T("today.joined_series", "names", w.List(n.People), "name", n.Name); !n.Whole {
			out.Meeting = n.Ref.ID
			out.Text = w.T("today.joined_text", "names", w.List(n.People), "name", n.Name, "when", w.Moment(n.At, today))
		}
	case planner.NeedUnsaid:
		out.Decline, out.Tone, out.Chip = n.Ref.ID, tone.Pressing, w.T("today.still_on")
		if out.Text = w.T("today.unsaid_series", "name", n.Name); !n.Whole {
			out.Meeting, out.Text = n.Ref.ID, w.T("today.unsaid_text", "name", n.Name, "when", w.Moment(n.At, today))
		}
	case planner.NeedStillOn, planner.NeedOldTime, planner.NeedLeft:
		untold(&out, n, today, w)
	case planner.NeedToClose:
		out.Meeting, out.Tone, out.Chip = n.Ref.ID, tone.Told, w.T("today.to_close")
		if out.Text = w.T("today.to_close_text", "date", w.Date(n.On), "name", n.Name); n.Count > 0 {
			out.Text += " · " + w.T("today.to_close_earlier", "count", n.Count)
		}
	case planner.NeedShift:
		out.Tone, out.Chip, out.Text = tone.Told, w.T("today.shift"), shiftText(n, w)
		for _, part := range n.Parts {
			out.Parts = append(out.Parts, Part{part.Within, shiftPart(part, today, w)})
		}
	case planner.NeedRunLate:
		out.Run, out.Tone, out.Chip, out.Text = n.Ref.ID, tone.Care, w.T("today.run_late"), n.Text+" · "+n.Name
	}
	return out
}

// mostShifted is how many of the series that come at another hour the line of all of them names.
const mostShifted = 3

// shiftText says which series come at another hour, from when on and for whom.
func shiftText(n planner.Need, w *locale.Words) string {
	series, date := w.T("today.shift_series", "name", n.Text), w.Date(n.On)
	switch {
	case len(n.Parts) > 0:
		var names []string
		for _, part := range n.Parts {
			if !slices.Contains(names, part.Text) {
				names = append(names, part.Text)
			}
		}
		count, list := len(names), strings.Join(names[:min(len(names), mostShifted)], ", ")
		if more := count - mostShifted; more > 0 {
			list += ", " + w.T("list.more", "count", more)
		}
		return w.T("today.shift_all", "date", date, "count", len(n.Parts), "names", list)
	case len(n.People) > 1:
		return w.T("today.shift_many", "date", date, "series", series, "names", w.List(n.People))
	case n.Name != "":
		return w.T("today.shift_text", "date", date, "time", w.Clock(n.At), "series", series, "name", n.Name)
	}
	return w.T("today.shift_own", "date", date, "time", w.Clock(n.At), "series", series)
}

// shiftPart says so of one of several series.
func shiftPart(n planner.Need, today core.Date, w *locale.Words) string {
	date := w.DateShort(n.On, today)
	switch {
	case len(n.People) > 1:
		return w.T("today.shift_part_many", "date", date, "series", n.Text, "names", w.List(n.People))
	case n.Name != "":
		return w.T("today.shift_part", "date", date, "series", n.Text, "time", w.Clock(n.At), "name", n.Name)
	}
	return w.T("today.shift_part_own", "date", date, "series", n.Text, "time", w.Clock(n.At))
}

// promised names a promise and whom it is between.
func promised(n planner.Need) string {
	if n.Name == "" {
		return n.Text
	}
	return n.Text + " · " + n.Name
}

// untold says what guests have on their calendars that is not so, and offers to tell them.
func untold(out *Need, n planner.Need, today core.Date, w *locale.Words) {
	out.Invite, out.Tone, out.Chip = n.Ref.ID, tone.Pressing, w.T("today."+string(n.Kind))
	off := n.Kind == planner.NeedStillOn || n.Kind == planner.NeedLeft
	said := core.GuestsSaid{OldTimes: 1}
	if n.Unheard {
		said.OldTimes = 0
	}
	out.Tell = w.Tell(off, said)
	switch {
	case n.Unheard:
		out.Text = w.T("today.unheard_series", "name", n.Name)
	case n.Whole:
		out.Text = w.T("today."+string(n.Kind)+"_series", "name", n.Name)
	default:
		out.Meeting = n.Ref.ID
		out.Text = w.T("today."+string(n.Kind)+"_text", "name", n.Name, "when", w.Moment(n.At, today), "was", w.Moment(n.Was, today))
	}
}

// theirs adds to a time what it is then for those whom the meeting is with, where their clocks differ.
func theirs(n planner.Need, t *planner.Today, w *locale.Words) string {
	home := t.Owner.Home()
	at, err := n.At.In(home)
	if err != nil {
		return ""
	}
	if clocks := w.Clocks(at, home, n.Others...); clocks != "" {
		return " · " + clocks
	}
	return ""
}

// proposalText says which time a guest asks for, whether for all of a series, and what they wrote.
func proposalText(n planner.Need, t *planner.Today, w *locale.Words) string {
	key := "today.proposal_text"
	if n.Whole {
		key = "today.proposal_series"
	}
	text := w.T(key, "name", n.Name, "time", w.Asked(n.To, t.Date), "was", w.Moment(n.Was, t.Date)) + theirs(n, t, w)
	if n.Place != "" {
		if key = "today.proposal_place"; n.Whole {
			key = "today.proposal_place_series"
		}
		text = w.T(key, "name", n.Name, "place", n.Place, "was", w.Moment(n.Was, t.Date)) + theirs(n, t, w)
	}
	if n.Said != "" {
		text += " · " + w.Remark(n.Said, saidWords)
	}
	return text
}

// saidWords is how many runes of what a guest wrote stand in a line.
const saidWords = 80
