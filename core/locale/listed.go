package locale

import "mentorbook/core"

// Word gives the word for a value of one of core's fixed lists, such as core.FormatGroup or core.KindGoal, as
// it stands alone in a field or a chip: in small letters but where the language always writes a capital. The
// empty value gives "", and what is on no list its own code, which the tests rule out for core's constants.
func (w *Words) Word(v any) string {
	s, _ := w.listed(v)
	return s
}

func (w *Words) listed(v any) (string, bool) {
	group, code := listOf(v)
	if group == "" {
		return "", false
	}
	if code == "" {
		return "", true
	}
	if t, ok := w.texts[group+"."+code]; ok && t.plain {
		return t.forms[formOther][0].literal, true
	}
	return code, true
}

// listOf gives the group of keys that a value's words stand under.
func listOf(v any) (group, code string) {
	switch v := v.(type) {
	case core.Format:
		return "format", string(v)
	case core.Duration:
		return "duration", string(v)
	case core.Specialisation:
		return "specialisation", string(v)
	case core.Phase:
		return "phase", string(v)
	case core.Status:
		return "status", string(v)
	case core.Role:
		return "role", string(v)
	case core.MeetingStatus:
		return "meeting_status", string(v)
	case core.ActionStatus:
		return "action_status", string(v)
	case core.GoalStatus:
		return "goal_status", string(v)
	case core.Kind:
		return "kind", string(v)
	}
	return rarelyListed(v)
}

func rarelyListed(v any) (group, code string) {
	switch v := v.(type) {
	case core.Help:
		return "help", string(v)
	case core.Stage:
		return "stage", string(v)
	case core.Share:
		return "share", string(v)
	case core.Audience:
		return "audience", string(v)
	case core.ReportPart:
		return "report_part", string(v)
	case core.Method:
		return "method", string(v)
	case core.How:
		return "how", string(v)
	case core.BusyOff:
		return "busy_off", string(v)
	case core.Class:
		return "class", string(v)
	case core.Answer:
		return "answer", string(v)
	case core.Pronoun:
		return "pronoun", string(v)
	case core.Language:
		return "language", string(v)
	}
	return "", ""
}

// Count gives a number of records in words: "1 goal", "5 goals", «2 цели».
func (w *Words) Count(kind core.Kind, n int) string {
	return w.T("count."+string(kind), "count", n)
}

// Title says what a step of the journal did, by its code: "Goal added: Learn Go". Args are the step's own:
// "name" stands after the words, "n" is a count.
func (w *Words) Title(code string, args map[string]string) string {
	n, ok := args["n"]
	if !ok {
		n = "1"
	}
	s := w.T("title."+code, "count", n)
	if filled := args["filled"]; filled != "" {
		if s = w.T("title."+code+"_filled", "count", filled); n != "0" {
			s = w.T("title."+code, "count", n) + " · " + w.T("title_filled", "count", filled)
		}
	}
	if name := shown(args["name"]); name != "" {
		return w.T("title_named", "title", s, "name", name)
	}
	return s
}
