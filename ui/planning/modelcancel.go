package planning

import (
	"cmp"

	"mentorbook/core"
)

// CancelScope says how much is called off.
type CancelScope int

// The scopes.
const (
	OnlyThis CancelScope = iota
	ThisAndLater
	WholeSeries
)

// CancelScopes gives what can be called off of the meeting's series, the meeting alone first.
func (m *Model) CancelScopes() []CancelScope {
	out := []CancelScope{OnlyThis}
	switch {
	case m.Series == nil:
		return out
	case m.Declines():
		return append(out, WholeSeries)
	}
	if m.Series.Start.Date.Before(m.Meeting.Recurrence.Date) { // else nothing of the series would be left
		out = append(out, ThisAndLater)
	}
	if at, err := m.Series.Start.In(m.Series.Zone); err == nil && at.After(m.Now) {
		out = append(out, WholeSeries)
	}
	return out
}

// Declines tells whether the meeting is another's: the owner can only decline it.
func (m *Model) Declines() bool { return m.Theirs.Email != "" }

// CancelWords gives the title of the dialog and what its button says.
func (m *Model) CancelWords() (title, confirm string) {
	key := "cancel"
	if m.Declines() {
		key = "decline"
	}
	return m.words.T("plan."+key+"_title", "name", m.Name), m.words.T("plan." + key + "_meeting")
}

// ScopeName names a scope.
func (m *Model) ScopeName(s CancelScope) string {
	switch s {
	case ThisAndLater:
		return m.words.T("plan.this_and_later")
	case WholeSeries:
		return m.words.T("plan.whole_series")
	}
	return m.words.T("plan.only_this")
}

// ScopeRule says what calling so much off does.
func (m *Model) ScopeRule(s CancelScope) string {
	switch {
	case s == WholeSeries && m.Declines():
		return m.words.T("plan.decline_series_rule", "name", cmp.Or(m.Theirs.Name, m.Theirs.Email))
	case s == ThisAndLater:
		return m.words.T("plan.end_rule")
	case s == WholeSeries:
		return m.words.T("plan.off_rule")
	}
	return m.CancelRule()
}

// CancelRule says how calling the meeting off now would count.
func (m *Model) CancelRule() string {
	if m.Declines() {
		return m.words.T("plan.decline_rule", "name", cmp.Or(m.Theirs.Name, m.Theirs.Email))
	}
	status, err := m.Meeting.CancelStatus(m.Now)
	switch {
	case err != nil:
		return ""
	case status == core.MeetingCancelledLate:
		return m.words.T("plan.cancel_late")
	}
	return m.words.T("plan.cancel_in_time")
}

// ReasonHint says who will read why the meeting is called off: whoever is told of it; "" where nobody is.
func (m *Model) ReasonHint() string {
	if !m.Invited || m.Declines() {
		return ""
	}
	return m.words.T("plan.reason_read")
}
