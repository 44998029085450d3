package ical

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"mentorbook/core"
)

// productID names the writer of a file (RFC 5545 3.7.3).
const productID = "-//Mentorbook//Mentorbook//EN"

// Calendar gives the invitation as one iCalendar object: a single meeting with one VEVENT, its times in UTC, a
// series as series.go says.
//
// REQUEST and CANCEL carry the organizer and every guest, each address once. REPLY and COUNTER carry the organizer and
// the one guest who answers, or proposes: a COUNTER could name others, as guests whom the sender would like to have (RFC
// 5546 3.2.7), and programs take whomever it names for the one who proposes. PUBLISH carries no guest, for it
// asks nobody; nor does it carry a name for the calendar (X-WR-CALNAME), for which some programs would open
// the one meeting as a calendar of its own. RFC 5546 3.2.1 asks for an organizer in PUBLISH too: where the
// owner has no address, the METHOD is left out, and the file is a plain calendar that every program takes.
//
// Its errors are those of core.Invitation.Validate, of the texts as they are after cleaning, and CodeBadNumber,
// CodeBadTime and CodeBadEmail for what that leaves open. Nothing is returned beside an error.
func Calendar(v *core.Invitation) ([]byte, error) {
	v, err := prepare(v)
	if err != nil {
		return nil, err
	}
	return encode(calendarOf(v))
}

// calendarOf builds the object from an invitation that prepare has made.
func calendarOf(v *core.Invitation) *ical.Calendar {
	cal := ical.NewCalendar()
	setRaw(cal.Component, ical.PropVersion, "2.0")
	setRaw(cal.Component, ical.PropProductID, productID)
	if method := methodOf(v); method != "" {
		setRaw(cal.Component, ical.PropMethod, method)
	}
	switch {
	case v.Method == core.MethodDeclineCounter:
		cal.Children = keptOf(v)
		return cal
	case v.Series != nil:
		cal.Children = seriesOf(v)
		return cal
	}
	cal.Children = append(cal.Children, eventOf(v))
	return cal
}

// methodOf gives the METHOD of the object; "" where it is a plain calendar.
func methodOf(v *core.Invitation) string {
	if v.Method == core.MethodPublish && v.Organizer.Email == "" {
		return ""
	}
	return v.Method.InFile()
}

// keptOf gives word that a meeting stays at its time: which one it is, and nothing else of it, as RFC 5546 3.2.8 has it.
func keptOf(v *core.Invitation) []*ical.Component {
	e := ical.NewComponent(ical.CompEvent)
	e.Props.SetText(ical.PropUID, v.UID)
	e.Props.SetDateTime(ical.PropDateTimeStamp, v.Stamp)
	if v.Sequence > 0 {
		setRaw(e, ical.PropSequence, strconv.Itoa(v.Sequence))
	}
	e.Props.Add(organizerOf(v.Organizer))
	if v.Comment != "" {
		e.Props.SetText(ical.PropComment, v.Comment)
	}
	if v.Series == nil || v.Series.Original.IsZero() {
		return []*ical.Component{e}
	}
	newClock(v.Series.Zone).set(e, ical.PropRecurrenceID, v.Series.Original)
	zones := zoneList{}
	zones.add(v)
	return append(zones.components(), e)
}

func eventOf(v *core.Invitation) *ical.Component {
	e := ical.NewComponent(ical.CompEvent)
	e.Props.SetText(ical.PropUID, v.UID)
	e.Props.SetDateTime(ical.PropDateTimeStamp, v.Stamp)
	e.Props.SetDateTime(ical.PropDateTimeStart, v.Start)
	e.Props.SetDateTime(ical.PropDateTimeEnd, v.End)
	setRaw(e, ical.PropSequence, strconv.Itoa(v.Sequence))
	e.Props.SetText(ical.PropSummary, v.Title)
	if s := descriptionOf(v); s != "" {
		e.Props.SetText(ical.PropDescription, s)
	}
	if s := locationOf(v); s != "" {
		e.Props.SetText(ical.PropLocation, s)
	}
	addLink(e, v.Link)
	if v.Class.Hides() { // RFC 5545 3.8.1.3
		setRaw(e, ical.PropClass, strings.ToUpper(string(v.Class)))
	}
	if v.Organizer.Email != "" {
		e.Props.Add(organizerOf(v.Organizer))
	}
	for _, g := range v.Guests { // a PUBLISH message has none
		answer := g.Answer
		if v.Method.FromGuest() {
			answer = v.Answer
		}
		e.Props.Add(attendeeOf(g, answer, v.Method.FromGuest()))
	}
	if v.Method.FromGuest() { // what else it is, the organizer knows
		if v.Comment != "" {
			e.Props.SetText(ical.PropComment, v.Comment)
		}
		return e
	}
	if v.Reason != "" && (v.Method == core.MethodCancel || v.Method == core.MethodRequest && v.News == core.NewsTime) { // which the words of the e-mail say, too
		e.Props.SetText(ical.PropComment, clip(v.Reason, core.MaxDescription))
	}
	if v.Method == core.MethodCancel || v.Off { // RFC 5546 3.2.5; a publication has the status alone, 3.2.1
		setRaw(e, ical.PropStatus, string(ical.EventCancelled))
		setRaw(e, ical.PropTransparency, "TRANSPARENT") // it takes nobody's time any more
		return e
	}
	if v.Method == core.MethodUninvite { // it goes on, so that it has no status: RFC 5546 3.2.5
		return e
	}
	status, transparency := ical.EventConfirmed, "OPAQUE"
	if v.Tentative {
		status, transparency = ical.EventTentative, "TRANSPARENT"
	}
	setRaw(e, ical.PropStatus, string(status))
	setRaw(e, ical.PropTransparency, transparency)
	for i := len(v.Reminders) - 1; i >= 0; i-- { // the last one first: some programs take no more
		e.Children = append(e.Children, alarmOf(v.Title, v.Reminders[i]))
	}
	return e
}

// descriptionOf gives the shared text with the link under it, unless the text has it already: few programs
// show CONFERENCE or URL, all show the description.
func descriptionOf(v *core.Invitation) string {
	switch {
	case v.Link == "" || mentions(v.Description, v.Link):
		return v.Description
	case v.Description == "":
		return v.Link
	}
	return v.Description + "\n\n" + v.Link
}

// mentions tells whether the link stands in the text as a word of its own: not as the beginning of another.
func mentions(text, link string) bool {
	for word := range strings.FieldsSeq(text) {
		if word == link || strings.Trim(word, `<>()[]«»"'.,;:!?`) == link {
			return true
		}
	}
	return false
}

// locationOf gives the place and the link behind it, unless it stands there already: some programs show nothing else.
func locationOf(v *core.Invitation) string {
	switch {
	case v.Place == "":
		return v.Link
	case v.Link == "" || mentions(v.Place, v.Link):
		return v.Place
	}
	return v.Place + beforeLink + v.Link
}

// beforeLink stands between a place and the link.
const beforeLink = ", "

// placeOf takes from a LOCATION what locationOf put behind the place: the link that the event also has in a property of
// its own.
func placeOf(location, link string) string {
	at := strings.LastIndexByte(location, ' ') + 1
	uri, ok := conferenceURI(location[at:])
	place, behind := strings.CutSuffix(location[:at], beforeLink)
	if !ok || uri != link || at > 0 && !behind {
		return location
	}
	return place
}

// addLink gives the link to the programs that know a field for it: CONFERENCE (RFC 7986 5.11) and, where it is
// a web page, URL.
func addLink(e *ical.Component, link string) {
	uri, ok := conferenceURI(link)
	if !ok {
		return
	}
	p := ical.NewProp("CONFERENCE")
	p.Params.Set(ical.ParamValue, string(ical.ValueURI)) // must be there, though there is no other type
	p.Value = uri
	e.Props.Add(p)
	if strings.HasPrefix(strings.ToLower(uri), "http") {
		setRaw(e, ical.PropURL, uri)
	}
}

func organizerOf(p core.Party) *ical.Prop {
	prop := ical.NewProp(ical.PropOrganizer)
	setName(prop, p)
	prop.Value = mailto(p.Email)
	return prop
}

// attendeeOf gives one guest, with their answer or asked for one (RFC 5545 3.8.4.1). Outlook shows its buttons only where
// all of these stand. Who has answered keeps their answer, and is not asked again.
func attendeeOf(p core.Party, answer core.Answer, reply bool) *ical.Prop {
	prop := ical.NewProp(ical.PropAttendee)
	status := "NEEDS-ACTION"
	if answer != "" {
		status = strings.ToUpper(string(answer))
	}
	prop.Params.Set(ical.ParamParticipationStatus, status)
	if !reply {
		prop.Params.Set(ical.ParamCalendarUserType, "INDIVIDUAL")
		prop.Params.Set(ical.ParamRole, "REQ-PARTICIPANT")
	}
	if answer == "" {
		prop.Params.Set(ical.ParamRSVP, "TRUE")
	}
	setName(prop, p)
	prop.Value = mailto(p.Email)
	return prop
}

func setName(prop *ical.Prop, p core.Party) {
	if p.Name != "" {
		prop.Params.Set(ical.ParamCommonName, encodeParam(p.Name))
	}
}

// alarmOf reminds of the meeting by its title (RFC 5545 3.6.6).
func alarmOf(title string, minutes int) *ical.Component {
	a := ical.NewComponent(ical.CompAlarm)
	setRaw(a, ical.PropAction, "DISPLAY")
	a.Props.SetText(ical.PropDescription, title)
	setRaw(a, ical.PropTrigger, triggerOf(minutes))
	return a
}

// triggerOf gives the time before the start as a duration in hours and minutes. Days are avoided: one may have
// 23 or 25 hours (RFC 5545 3.3.6).
func triggerOf(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case h == 0:
		return fmt.Sprintf("-PT%dM", m)
	case m == 0:
		return fmt.Sprintf("-PT%dH", h)
	}
	return fmt.Sprintf("-PT%dH%dM", h, m)
}

// setRaw sets a property whose value is one of ours and needs no escapes.
func setRaw(c *ical.Component, name, value string) {
	p := ical.NewProp(name)
	p.Value = value
	c.Props.Set(p)
}

// encode writes the object to memory, folds it, and makes sure that it has as many lines as it has parts: were
// a value ever to get a line through, this is where it would stop.
func encode(cal *ical.Calendar) ([]byte, error) {
	var b bytes.Buffer
	if err := ical.NewEncoder(&b).Encode(cal); err != nil {
		return nil, core.Wrap(core.CodeInternal, err)
	}
	if want, have := linesOf(cal.Component), bytes.Count(b.Bytes(), []byte("\n")); want != have {
		return nil, core.Fail(core.CodeInternal, "lines", have, "want", want)
	}
	return fold(b.Bytes()), nil
}

func linesOf(c *ical.Component) int {
	n := 2
	for _, props := range c.Props {
		n += len(props)
	}
	for _, child := range c.Children {
		n += linesOf(child)
	}
	return n
}

// inUTC gives the instant in whole seconds of UTC, if its year can be written with four figures.
func inUTC(t time.Time) (time.Time, bool) {
	t = t.UTC().Truncate(time.Second)
	return t, t.Year() >= 1 && t.Year() <= 9999
}
