package uitest_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/reports"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// commandsThatRead are those that work where the workspace can only be read, and commandsThatWrite those that do not. Those
// about the file are tested with the program around the window.
func commandsThatRead() []string {
	return strings.Fields(`
		calendar calendar.agenda calendar.choose calendar.day calendar.free calendar.month calendar.today calendar.week calendar.year checklists checklists.find checklists.tab.runs checklists.tab.templates deleted
		meeting.actions meeting.agenda meeting.closing meeting.open meeting.send_agenda
		people people.export_csv people.export_vcf people.find plans plans.find plans.to_goals plans.to_skills plans.to_time presenting
		relationship.agreement relationship.checklists relationship.find relationship.log relationship.meetings relationship.notes relationship.overview relationship.plan
		report.new report.verify reports reports.fit reports.larger reports.page_back reports.page_next reports.smaller reports.tab.log reports.tab.report reports.tab.written reports.wide
		shell.back shell.forward shell.keys shell.menu shell.message shell.page shell.palette shell.sidebar today`)
}

func commandsThatWrite() []string {
	return strings.Fields(`
		action.new calendar.day_after calendar.day_before calendar.days_off calendar.earlier calendar.import calendar.later calendar.longer calendar.shorter calendar.week_after calendar.week_before
		capture checklist.new checklists.save goal.new meeting.add_item meeting.answer meeting.cancel meeting.close meeting.close_waiting meeting.edit meeting.invite meeting.move meeting.new meeting.noted
		meeting.private meeting.shared meeting.timer note.new people.delete people.edit people.import people.merge_any people.note person.new plan.rate plan.release question.new redo
		relationship.new relationship.pause relationship.resume reports.export skill.new table.import undo`)
}

// reading is a house whose workspace can only be read.
func reading(t *testing.T, as core.Role) *uitest.House {
	t.Helper()
	return uitest.Open(t, uitest.Options{Role: as, Change: func(cfg *ui.Config) { cfg.Reading = core.Fail(core.CodeReadOnly, "path", "mine.mentorbook") }})
}

// TestEveryCommandIsSorted: whoever adds a command says whether it only reads. Those that do are on where the workspace can
// only be read, all others are off.
func TestEveryCommandIsSorted(t *testing.T) {
	h := reading(t, core.RoleMentor)
	reads := map[string]bool{}
	for _, id := range commandsThatRead() {
		reads[id] = true
	}
	for _, id := range commandsThatWrite() {
		if reads[id] {
			t.Errorf("%s stands in both lists", id)
		}
		reads[id] = false
	}
	met := map[string]bool{}
	for _, to := range routes(h) {
		h.Go(to)
		for _, c := range h.Shell.Commands.All() {
			want, sorted := reads[c.ID]
			if met[c.ID] = true; !sorted {
				t.Errorf("%s stands in neither list: say whether it only reads", c.ID)
				reads[c.ID] = c.Reads
				continue
			}
			if c.Reads != want {
				t.Errorf("%s: reads %v, and should %v", c.ID, c.Reads, want)
			}
			if why := h.Shell.Commands.WhyNot(c.ID); !want && why != h.Words.T("window.read_only") {
				t.Errorf("%s is on, or off for another reason: %q", c.ID, why)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(reads)) {
		if !met[id] {
			t.Errorf("no place has a command %s", id)
		}
	}
}

// button is what a page offers to be pressed.
type button interface {
	fyne.CanvasObject
	fyne.Tappable
	Off() bool
	TipText() string
}

// buttonsOf gives the buttons of the page on show that can be pressed, with what each says.
func buttonsOf(h *uitest.House) (out []button, names []string) {
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if _, message := o.(*kit.Floats); message {
			return false
		}
		b, ok := o.(button)
		if d, can := o.(fyne.Disableable); ok && can && !d.Disabled() && b.TipText() != h.Words.T("shell.dismiss") { // of the line above the page
			out, names = append(out, b), append(names, strings.TrimSpace(strings.Join(kit.Texts(o), " ")+" "+b.TipText()))
		}
		return true
	})
	return out, names
}

// TestButtonsThatWriteLookOff: of a workspace that can only be read, each button of each page that looks on does what it says,
// and each that looks off says in its tooltip why, and when it is pressed.
func TestButtonsThatWriteLookOff(t *testing.T) {
	h := reading(t, core.RoleMentor)
	all := routes(h)
	most, err := h.Planner.Reports.MostToReport(t.Context(), reports.LastQuarter.Period(core.DateOf(uitest.Now()), core.Period{}))
	if err != nil || most.IsZero() {
		t.Fatal(most, err)
	}
	all["reports/most"] = shell.Route{Screen: "reports", ID: most}
	off := pressAll(t, h, all)
	if off < 40 {
		t.Errorf("only %d buttons look off", off)
	}
	h = reading(t, core.RoleMentee)
	off = pressAll(t, h, map[string]shell.Route{"today of a mentee": {Screen: "today"}})
	if off < 4 {
		t.Errorf("of a mentee only %d buttons look off", off)
	}
}

// pressAll presses each button of the routes, and counts those that look off.
func pressAll(t *testing.T, h *uitest.House, all map[string]shell.Route) (off int) {
	t.Helper()
	why := h.Words.T("window.read_only")
	for _, name := range slices.Sorted(maps.Keys(all)) {
		to := all[name]
		visit := func() ([]button, []string) {
			h.Go(shell.Route{Screen: "people"})
			h.Go(shell.Route{Screen: "today"})
			h.Go(to)
			return buttonsOf(h)
		}
		visit()
		now, names := visit()
		to = h.Shell.Router.Route() // a page may have chosen its tab
		for i := range now {
			if fresh, same := buttonsOf(h); slices.Equal(names, same) && h.Shell.Router.Route() == to {
				now = fresh
			} else if now, same = visit(); !slices.Equal(names, same) {
				t.Fatalf("%s: there is %q, and was %q", name, same, names)
			}
			h.Errors = nil
			if strings.HasSuffix(names[i], h.Words.T("reports.first_page")) || strings.HasSuffix(names[i], h.Words.T("reports.last_page")) { // off for reasons of their own
				continue
			}
			looksOff := now[i].Off()
			if looksOff {
				off++
			}
			if looksOff != strings.Contains(now[i].TipText(), why) {
				t.Errorf("%s: the tooltip of %q is %q", name, names[i], now[i].TipText())
			}
			now[i].Tapped(&fyne.PointEvent{})
			h.Settle()
			refused := h.Sees(why) && slices.ContainsFunc(h.Errors, func(err error) bool { return core.CodeOf(err) == core.CodeReadOnly }) || h.Sees(": "+why)
			if strings.HasPrefix(names[i], h.Words.T("mentee.ask")) && !refused { // it waits for something to be typed first
				continue
			}
			if refused != looksOff {
				t.Errorf("%s: %q looks off %v, and is refused %v: %v", name, names[i], looksOff, refused, h.Errors)
			}
			closeAll(h)
			untick(h, now[i], names[i])
		}
	}
	return off
}

// untick takes back what a box chose: a page may keep its choices from visit to visit, and then looks another way.
func untick(h *uitest.House, pressed button, name string) {
	if _, box := pressed.(*kit.CheckBox); !box {
		return
	}
	fresh, names := buttonsOf(h)
	if at := slices.Index(names, name); at >= 0 {
		fresh[at].Tapped(&fyne.PointEvent{})
		h.Settle()
	}
}
