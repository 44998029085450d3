package locale

import "mentorbook/core"

// CalendarStep says what an import makes of an event, part by part: as what it is kept and with whom, that it is called
// off, whose it is ("" for the owner's), and how it is kept where that is not as the file has it. Of one that is refused
// it says why, and nothing else.
func (w *Words) CalendarStep(as core.Kind, with string, off bool, from string, kept core.Flaw, refused error) []string {
	if refused != nil {
		return []string{w.Error(refused)}
	}
	var out []string
	switch as {
	case core.KindMeeting:
		out = append(out, w.T("calfile.meeting_with", "name", with))
	case core.KindSeries:
		out = append(out, w.T("calfile.series_with", "name", with))
	default:
		out = append(out, w.T("calfile.busy"))
	}
	if off {
		out = append(out, w.T("calfile.off"))
	}
	if from != "" {
		out = append(out, w.T("calfile.from", "value", from))
	}
	if kept != "" {
		out = append(out, w.Finding(core.Finding{Flaw: kept}))
	}
	return out
}

// CalendarReply says what a guest answers to an invitation: the time that they propose where there is one, or why the
// answer is not taken.
// An empty answer is none: the guest asks for the latest version.
func (w *Words) CalendarReply(answer core.Answer, proposed core.Civil, today core.Date, refused error) string {
	switch {
	case refused != nil:
		return w.Error(refused)
	case answer == "":
		return w.T("calfile.asks")
	case !proposed.IsZero():
		return w.T("calfile.proposes", "time", w.Moment(proposed, today))
	}
	return w.Word(answer)
}
