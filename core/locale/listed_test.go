package locale

import (
	"go/ast"
	"strings"
	"testing"
	"unicode"

	"mentorbook/core"
)

// groups says under which keys the words of each of core's named string types stand; "" has no words of its own.
func groups() map[string]string {
	return map[string]string{
		"Format": "format", "Duration": "duration", "Specialisation": "specialisation", "Phase": "phase", "Status": "status",
		"Role": "role", "MeetingStatus": "meeting_status", "ActionStatus": "action_status", "GoalStatus": "goal_status",
		"Help": "help", "Stage": "stage", "Share": "share", "Audience": "audience", "ReportPart": "report_part", "Method": "method", "How": "how",
		"Pronoun": "pronoun", "Kind": "kind", "Language": "language", "Code": "error",
		"Title": "title", // of core/planner
		"Flaw":  "flaw", "Answer": "answer", "Class": "class",
		"BusyOff": "busy_off", "CalendarAs": "", "CalendarDoes": "", "MatchKind": "", "Index": "", "NeedKind": "", "VersionState": "version", "News": "", "Program": "invite_from",
		"Frequency": "", "DayCode": "", // a rule is put into words as a whole
	}
}

func TestEveryListedValueHasWords(t *testing.T) {
	root := map[string]*ast.File{}
	for path, f := range sources(t, "core") {
		if f.Name.Name == "core" || f.Name.Name == "planner" {
			root[path] = f
		}
	}
	found := constants(root)
	for lang := range languages() {
		w := words(t, lang)
		for name, values := range found {
			group, ok := groups()[name]
			if !ok && ast.IsExported(name) {
				t.Errorf("the type %s has constants, and nobody said where their words stand", name)
			}
			for constant, value := range values {
				if group != "" && !w.Has(group+"."+value) {
					t.Errorf("%s: no words for %s, under %s.%s", lang, constant, group, value)
				}
			}
		}
		for name := range groups() {
			if len(found[name]) == 0 {
				t.Errorf("no constants of the type %s", name)
			}
		}
		for _, kind := range core.Kinds() {
			if !w.Has("count."+string(kind)) || !w.texts["count."+string(kind)].plural {
				t.Errorf("%s: no plural for %s", lang, kind)
			}
		}
	}
}

func TestWord(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	for _, c := range []struct {
		v      any
		en, ru string
	}{
		{core.FormatReverse, "reverse", "обратное"},
		{core.DurationLong, "long-term", "долгосрочное"},
		{core.SpecCareer, "career", "карьера"},
		{core.PhaseSeparation, "winding down", "завершение"},
		{core.StatusPaused, "paused", "на паузе"},
		{core.RoleMentee, "mentee", "подопечный"},
		{core.MeetingCancelledLate, "cancelled late", "отменена поздно"},
		{core.ActionDropped, "dropped", "снята"},
		{core.GoalAgreed, "agreed", "согласована"},
		{core.HelpGuidance, "guidance", "совет"},
		{core.StageWayForward, "way forward", "дальнейшие шаги"},
		{core.ShareExposure, "exposure", "общение"},
		{core.AudienceHR, "HR", "HR"},
		{core.PartMeetings, "meetings and hours", "встречи и часы"},
		{core.MethodCancel, "cancellation", "отмена"},
		{core.HowAnswer, "from an answer file", "из файла с ответом"},
		{core.PronounThey, "they", "они"},
		{core.Russian, "Russian", "русский"},
		{core.KindAction, "action", "договорённость"},
		{core.Format(""), "", ""},
		{core.Format("{odd}"), "{odd}", "{odd}"},
		{7, "", ""},
		{nil, "", ""},
	} {
		check(t, []both{{"English", en.Word(c.v), c.en}, {"Russian", ru.Word(c.v), c.ru}})
	}
}

func TestTitles(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	check(t, []both{
		{"named", en.Title("goal_added", map[string]string{"name": "Learn\nGo {title}"}), "Goal added: Learn Go {title}"},
		{"named", ru.Title("goal_added", map[string]string{"name": "Выучить Go"}), "Цель добавлена: Выучить Go"},
		{"bare", ru.Title("meeting_closed", nil), "Встреча состоялась"},
		{"counted", ru.Title("people_imported", map[string]string{"n": "21"}), "Импортирован 21 человек"},
		{"counted", ru.Title("people_imported", map[string]string{"n": "3"}), "Импортировано 3 человека"},
		{"counted", en.Title("people_imported", map[string]string{"n": "1"}), "1 person imported"},
		{"filled", en.Title("people_imported", map[string]string{"n": "3", "filled": "1"}), "3 people imported · 1 filled in"},
		{"filled", ru.Title("people_imported", map[string]string{"n": "3", "filled": "1"}), "Импортировано 3 человека · дополнены данные: 1"},
		{"filled alone", en.Title("people_imported", map[string]string{"n": "0", "filled": "2"}), "2 people filled in"},
		{"filled alone", ru.Title("people_imported", map[string]string{"n": "0", "filled": "2"}), "Дополнены данные 2 человек"},
		{"unknown", en.Title("nonsense", nil), "«title.nonsense»"},
		{"count", en.Count(core.KindPerson, 2), "2 people"},
	})
}

// Every key that a program asks for by name is there: a screen must never show «key».
func TestEveryKeyInUseExists(t *testing.T) {
	english, _ := readWords(t, core.English)
	for path, f := range sources(t, ".") {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); !ok || sel.Sel.Name != "T" {
				return true
			}
			if key, ok := literal(call.Args[0]); ok {
				if _, ok := english[key]; !ok {
					t.Errorf("%s asks for %q, which has no words", path, key)
				}
			}
			if sum, ok := call.Args[0].(*ast.BinaryExpr); ok {
				if prefix, ok := literal(sum.X); ok && !anyKey(english, prefix) {
					t.Errorf("%s asks for keys that begin with %q, and there are none", path, prefix)
				}
			}
			return true
		})
	}
}

// snake gives the code that a constant such as CodeReadOnly stands for.
func snake(constant string) string {
	var b strings.Builder
	for i, r := range strings.TrimPrefix(constant, "Code") {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func anyKey(words map[string]entry, prefix string) bool {
	for k := range words {
		if strings.HasPrefix(k, prefix) {
			return true
		}
	}
	return false
}

// A refusal that says why, in what state or of what kind, says it in words that both languages have.
func TestArgumentsOfRefusalsHaveWords(t *testing.T) {
	english, _ := readWords(t, core.English)
	asked := 0
	for path, f := range sources(t, ".") {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || (calls(call) != "Fail" && calls(call) != "FailField" && calls(call) != "Wrap") {
				return true
			}
			code := codeName(call.Args)
			for i := 1; i+1 < len(call.Args); i++ {
				name, _ := literal(call.Args[i])
				value, whole, ok := beginning(call.Args[i+1])
				if !ok || code == "CodeInternal" {
					continue
				}
				asked++
				switch {
				case name == "reason" && !anyKey(english, "reason."+slug(value)):
					t.Errorf("%s: no words for the reason %q: reason.%s", path, value, slug(value))
				case name == "state" && whole && !anyKey(english, "error_at.state."+value) && !anyKey(english, "error_at."+snake(code)+"."+value):
					t.Errorf("%s: no words for the state %q", path, value)
				case name == "kind" && whole && !anyKey(english, "kind."+value):
					t.Errorf("%s: no words for the kind %q", path, value)
				}
			}
			return true
		})
	}
	if asked < 20 {
		t.Errorf("only %d arguments found", asked)
	}
	for _, s := range core.MeetingStatuses() {
		if !anyKey(english, "error_at.state."+string(s)) {
			t.Errorf("no words for the state %s", s)
		}
	}
	for _, s := range core.Statuses() {
		if !anyKey(english, "error_at.state."+string(s)) {
			t.Errorf("no words for the state %s", s)
		}
	}
}

// codeName gives the constant by which a refusal is coded.
func codeName(args []ast.Expr) string {
	if len(args) == 0 {
		return ""
	}
	switch code := args[0].(type) {
	case *ast.SelectorExpr:
		return code.Sel.Name
	case *ast.Ident:
		return code.Name
	}
	return ""
}

// beginning gives the literal that an expression is, or begins with.
func beginning(e ast.Expr) (s string, whole, ok bool) {
	if sum, isSum := e.(*ast.BinaryExpr); isSum {
		s, ok = literal(sum.X)
		return s, false, ok
	}
	s, ok = literal(e)
	return s, true, ok
}
