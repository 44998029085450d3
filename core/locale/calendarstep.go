package locale

import (
	"strings"

	"mentorbook/core"
)

// CalendarStep says what an import makes of an event, part by part: as what it is kept and with whom, that it is called
// off, whose it is ("" for the owner's), and how it is kept where that is not as the file has it. Of one that is refused
// it says why, and nothing else.
func (w *Words) CalendarStep(s EventStep) []string {
	if s.Refused != nil {
		return []string{w.Error(s.Refused)}
	}
	var out []string
	switch {
	case s.As == core.KindMeeting:
		out = append(out, w.T("calfile.meeting_with", "name", s.With))
	case s.As == core.KindSeries:
		out = append(out, w.T("calfile.series_with", "name", s.With))
	case s.Free:
		out = append(out, w.T("calfile.free"))
	case s.Busy == "" && !strings.HasPrefix(string(s.Kept), "busy_"): // else the reason says that it is busy time
		out = append(out, w.T("calfile.busy"))
	}
	switch {
	case s.Keeps:
		out = append(out, w.T("calfile.keeps"))
	case s.Declined:
		out = append(out, w.T("calfile.declined"))
	case s.Off:
		out = append(out, w.T("calfile.off"))
	}
	if says := shown(s.Says); says != "" {
		out = append(out, w.Quote(says))
	}
	if s.Lasts > 0 {
		out = append(out, w.T("calfile.lasts", "count", s.Lasts))
	}
	if s.Was != "" {
		out = append(out, w.T("calfile.was", "when", s.Was))
	}
	switch {
	case s.Several:
		out = append(out, w.T("calfile.several", "value", s.From))
	case s.Stranger:
		out = append(out, w.T("calfile.stranger", "value", s.From))
	case s.From != "":
		out = append(out, w.T("calfile.from", "value", s.From))
	}
	switch s.Sender {
	case "":
	case core.NoSender:
		out = append(out, w.T("calfile.sender_none"))
	default:
		out = append(out, w.T("calfile.sender_organizer", "from", core.CleanLine(s.Sender)))
	}
	if s.Invites != "" {
		out = append(out, w.T("calfile.invites", "email", core.CleanLine(s.Invites)))
	}
	if s.Alias != "" {
		out = append(out, w.T("calfile.alias", "was", core.CleanLine(s.Alias)))
	}
	if s.Stranger {
		return out
	}
	if s.Kept != "" && (s.Kept != core.FlawCut || s.Cut == "") {
		out = append(out, w.Finding(core.Finding{Flaw: s.Kept, Value: w.daysShort(s.Gone, s.Today)}))
	}
	if s.Busy != "" {
		out = append(out, w.Finding(core.Finding{Flaw: s.Busy}))
	}
	if s.Cut != "" {
		out = append(out, w.Finding(core.Finding{Flaw: core.FlawCut, Value: s.Cut}))
	}
	return out
}

// mostDays is how many days are named before the rest is only counted.
const mostDays = 4

// daysShort names days, those beyond a few by their number; "" for none.
func (w *Words) daysShort(days []core.Date, today core.Date) string {
	var out []string
	for i, d := range days {
		if i == mostDays {
			return strings.Join(append(out, w.T("list.more", "count", len(days)-i)), ", ")
		}
		out = append(out, w.DateShort(d, today))
	}
	return w.List(out)
}

// EventStep is what an import makes of an event, for its words.
type EventStep struct {
	As       core.Kind
	With     string // the relationship's name, of a meeting or a series
	Off      bool   // it is called off
	Declined bool   // the owner has declined it elsewhere
	From     string // the organizer's address, where that is not the owner's
	Stranger bool   // From invites, with whom the owner is in no relationship, or in several
	Several  bool   // in several
	Sender   string // the address of its e-mail, where that is none of the organizer's
	Invites  string // the address of whom it invites, where the owner is not among them
	Alias    string // the organizer's address in the invitation here, where this has another of the same person
	Free     bool   // kept as what takes nobody's time
	Says     string // what the organizer says to that, where it is called off or Keeps
	Keeps    bool   // the organizer keeps the time that the owner wanted to be another
	Was      string // when a meeting that it moves is planned here so far
	Lasts    int    // minutes that a meeting is taken to last, of which its file does not say when it ends
	Kept     core.Flaw
	Gone     []core.Date // the days of planned meetings that it takes away
	Today    core.Date   // zero: the year is said of none
	Busy     core.Flaw   // why it is busy time with somebody who is met, beside that
	Cut      string      // the properties of which the end was cut
	Refused  error       // why it is not taken
}

// CalendarReply says what a guest answers to an invitation: the time that they propose where there is one, also whether
// for the whole of a series, or why the answer is not taken.
// An empty answer is none: the guest asks for the latest version.
func (w *Words) CalendarReply(answer core.Answer, proposed core.Asked, whole bool, today core.Date, refused error) string {
	switch {
	case refused != nil:
		return w.Error(refused)
	case answer == "":
		return w.T("calfile.asks")
	case !proposed.IsZero() && whole:
		return w.T("calfile.proposes_series", "time", w.Asked(proposed, today))
	case !proposed.IsZero():
		return w.T("calfile.proposes", "time", w.Asked(proposed, today))
	}
	return w.Word(answer)
}

// ProposedPlace says which place a guest proposes instead of that of a meeting, or of a whole series.
func (w *Words) ProposedPlace(place string, whole bool) string {
	if whole {
		return w.T("calfile.proposes_place_series", "place", place)
	}
	return w.T("calfile.proposes_place", "place", place)
}

// ReplySender says that an answer for one address came from another; or that nothing says from whom it came; "" where no sender is given.
func (w *Words) ReplySender(email, sender string) string {
	switch sender {
	case "":
		return ""
	case core.NoSender:
		return w.T("calfile.sender_none_reply", "email", core.CleanLine(email))
	}
	return w.T("calfile.sender", "email", core.CleanLine(email), "from", core.CleanLine(sender))
}

// ReplyAbout names what a guest answers to: a meeting or series by its title, and one meeting of a series by its day too.
func (w *Words) ReplyAbout(title string, occurrence core.Civil, today core.Date) string {
	title = core.CleanLine(title)
	if occurrence.IsZero() {
		return title
	}
	return w.T("calfile.one_of", "title", title, "date", w.DateShort(occurrence.Date, today))
}
