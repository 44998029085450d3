package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// ticked is a list with what it was told.
func ticked(n int) (*CheckList, *[]string) {
	told := &[]string{}
	say := func(format string, args ...any) { *told = append(*told, fmt.Sprintf(format, args...)) }
	l := NewCheckList(CheckListSpec{
		Tick: func(key string, on bool) { say("tick %s %v", key, on) }, Open: func(key string) { say("open %s", key) },
		Move: func(key string, to int) { say("move %s %d", key, to) }, Remove: func(key string) { say("remove %s", key) },
	})
	l.SetItems(checkItems(n))
	return l, told
}

func checkItems(n int) []CheckItem {
	items := make([]CheckItem, n)
	for i := range items {
		items[i] = CheckItem{Key: fmt.Sprint(i), Title: fmt.Sprint("Item ", i), Caption: []Run{Caption().Run("10 min")}}
	}
	return items
}

func order(l *CheckList) string {
	var out []string
	for _, r := range l.rows {
		out = append(out, r.item.Key)
	}
	return strings.Join(out, "")
}

func TestACheckListByKeys(t *testing.T) {
	l, told := ticked(4)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), l)
	b.window.Canvas().Focus(l)
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyDown, fyne.KeyDelete, fyne.KeyHome, fyne.KeyUp, fyne.KeySpace} {
		l.TypedKey(&fyne.KeyEvent{Name: name})
	}
	if got := strings.Join(*told, "; "); got != "tick 1 true; open 1; remove 3; tick 0 true" {
		t.Error(got)
	}
	l.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	l.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	l.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	if order(l) != "1023" || l.CurrentKey() != "0" || (*told)[len(*told)-1] != "move 0 1" {
		t.Errorf("%s at %s, told %v", order(l), l.CurrentKey(), *told)
	}
}

func TestACheckListIsDragged(t *testing.T) {
	l, told := ticked(4)
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), l)
	drag := func(key string, by float32) {
		r := l.rows[l.indexOf(key)]
		r.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, 10+by)}, Dragged: fyne.NewDelta(0, by)})
		r.DragEnd()
	}
	h := l.rows[0].Size().Height
	if h <= 0 {
		t.Fatal("the rows have no height")
	}
	drag("0", 2.6*h)
	if order(l) != "1203" || strings.Join(*told, ";") != "move 0 2" {
		t.Errorf("%s, %v", order(l), *told)
	}
	drag("3", -3*h-20)
	if order(l) != "3120" {
		t.Error(order(l))
	}
	*told = nil
	drag("1", 2)
	if strings.Join(*told, ";") != "open 1" {
		t.Errorf("a click with a slight drag: %v", *told)
	}
	if !l.mark.Hidden {
		t.Error("the mark of the drag stays")
	}
}

// Rows whose key stays keep their object, and the present row stays the present one.
func TestACheckListKeepsItsRows(t *testing.T) {
	l, _ := ticked(200)
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), l)
	l.Select("7")
	row := l.rows[7]
	items := checkItems(200)
	items[7].Title = "Another"
	l.SetItems(append([]CheckItem{{Key: "new", Title: "New"}}, items...))
	if l.rows[8] != row || l.CurrentKey() != "7" || row.title.Text() != "Another" {
		t.Errorf("%v, at %s", l.rows[8] == row, l.CurrentKey())
	}
	before := l.rows[100]
	made := testing.AllocsPerRun(5, func() { l.SetItems(append([]CheckItem{{Key: "new", Title: "New"}}, items...)) })
	if l.rows[100] != before || made > 2000 {
		t.Errorf("the same 200 lines again cost %.0f allocations", made)
	}
}

func TestATickBoxTicksAndTheRestOpens(t *testing.T) {
	l, told := ticked(2)
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), l)
	l.rows[1].box.Tapped(&fyne.PointEvent{})
	l.rows[1].Tapped(&fyne.PointEvent{})
	if got := strings.Join(*told, "; "); got != "tick 1 true; open 1" || l.CurrentKey() != "1" {
		t.Error(got)
	}
	editor := NewTextField("", "", nil)
	l.Edit("1", editor)
	if l.Editing() != "1" || l.Children()[1] != fyne.CanvasObject(editor) {
		t.Error("the editor is not in its place")
	}
	l.Edit("", nil)
	if l.Editing() != "" || l.Children()[1] != fyne.CanvasObject(l.rows[1]) {
		t.Error("the line is not back")
	}
}

func TestAChipGroupByKeys(t *testing.T) {
	var told []string
	say := func(i int, on bool) { told = append(told, fmt.Sprint(i, on)) }
	one := NewChipChoice([]string{"a", "b", "c"}, 0, say)
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), one)
	one.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	one.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	one.TypedRune('3')
	one.TypedRune('3')
	one.TypedRune('9')
	if strings.Join(told, ";") != "1 true;2 true" || one.Chosen() != 2 || one.On(1) {
		t.Errorf("%v, %d", told, one.Chosen())
	}
	told = nil
	many := NewChipSet([]string{"a", "b", "c"}, []bool{true, false, false}, say)
	many.TypedRune('1')
	many.TypedRune('2')
	many.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	many.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if strings.Join(told, ";") != "0 false;1 true;2 true" || many.On(0) || !many.On(1) || !many.On(2) {
		t.Errorf("%v", told)
	}
}

// A chip that can't be chosen now is passed over by arrows and not chosen by its number, and says why.
func TestAChipThatIsOffIsPassedOver(t *testing.T) {
	var told []string
	g := NewChipChoice([]string{"a", "b", "c", "d"}, 0, func(i int, on bool) { told = append(told, fmt.Sprint(i, on)) })
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), g)
	g.Bar(1, "not yet")
	g.Bar(3, "not yet")
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	g.TypedRune('2')
	if strings.Join(told, ";") != "2 true" || g.Chosen() != 2 {
		t.Errorf("%v, %d", told, g.Chosen())
	}
	if g.Barred(1) != "not yet" || g.Barred(2) != "" {
		t.Error("it is not said why")
	}
	g.Bar(1, "")
	g.TypedRune('2')
	if g.Chosen() != 1 {
		t.Error("it can't be chosen again")
	}
}

func TestANoteFieldIsReadAndTyped(t *testing.T) {
	var done []string
	changed := 0
	n := NewNoteField("**Bold** words", NoteSpec{
		Empty: "Nothing yet", Hint: "Esc", Finish: "Done", More: "More",
		Changed: func() { changed++ }, Done: func(s string) { done = append(done, s) },
	})
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), n)
	if got := strings.Join(Texts(n), "|"); !strings.HasSuffix(got, "|Bold words") {
		t.Errorf("it reads %q", got)
	}
	b.window.Canvas().Focus(n.Focusable())
	n.face.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !n.Editing() || b.window.Canvas().Focused() != fyne.Focusable(n.entry) {
		t.Fatal("Enter does not begin typing")
	}
	n.Type(" more")
	n.SetText("from elsewhere")
	if n.Text() != "**Bold** words more" || changed != 5 {
		t.Errorf("%q, told %d times", n.Text(), changed)
	}
	n.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if n.Editing() || strings.Join(done, "|") != "**Bold** words more" || b.window.Canvas().Focused() != fyne.Focusable(n.face) {
		t.Errorf("%v, %q", n.Editing(), done)
	}
	n.Edit("typed before", false)
	n.Settle()
	if len(done) != 1 || n.Text() != "typed before" {
		t.Errorf("%q, %q", done, n.Text())
	}
	n.SetText("")
	if got := strings.Join(Texts(n), "|"); got != "Nothing yet" {
		t.Errorf("an empty one reads %q", got)
	}
}

func TestShareGivesHeightsByWeight(t *testing.T) {
	a, c := NewCard("A", "", NewText("a", Body())), NewCard("C", "", NewText("c", Body()))
	hidden := NewCard("B", "", NewText("b", Body()))
	hidden.Hide()
	s := Share([]float32{3, 0, 2}, a, hidden, c)
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), s)
	s.Resize(fyne.NewSize(300, 514))
	if a.Size().Height != 300 || c.Size().Height != 200 {
		t.Errorf("%v and %v of 514", a.Size().Height, c.Size().Height)
	}
	need := a.HeightFor(300)
	s.Resize(fyne.NewSize(300, need+need+14))
	if a.Size().Height < need || c.Size().Height < c.HeightFor(300) {
		t.Errorf("%v and %v are less than they need", a.Size().Height, c.Size().Height)
	}
}

// The box of a line has the line's menu: a click beside the words is none beside the line.
func TestTheBoxOfALineHasItsMenu(t *testing.T) {
	asked := ""
	l := NewCheckList(CheckListSpec{Menu: func(key string) []MenuEntry {
		asked = key
		return []MenuEntry{{Text: "Delete", Run: func() {}}}
	}})
	l.SetItems(checkItems(3))
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), l)
	box := l.rows[1].box
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(box).AddXY(5, box.Size().Height/2)
	test.TapSecondaryAt(box, fyne.NewPos(5, box.Size().Height/2))
	top := b.window.Canvas().Overlays().Top()
	if asked != "1" || top == nil || l.CurrentKey() != "1" {
		t.Fatalf("asked for %q, shown %v, at %q", asked, top, l.CurrentKey())
	}
	var menu fyne.CanvasObject
	Walk(top, func(o fyne.CanvasObject) bool {
		if said := Texts(o); len(said) == 1 && said[0] == "Delete" {
			menu = o
		}
		return true
	})
	if menu == nil {
		t.Fatal("the menu is empty")
	}
	if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(menu).Y; y < at.Y-40 || y > at.Y+40 {
		t.Errorf("the menu stands at %v, the click at %v", y, at.Y)
	}
}
