package kit

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
)

func novemberLike() MonthSpec {
	spec := MonthSpec{
		First: core.NewDate(2026, time.October, 26), Weeks: 6, Month: core.NewDate(2026, time.November, 1),
		Today: core.NewDate(2026, time.November, 23), Weekdays: [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
		Days: map[core.Date][]GridBlock{},
	}
	for i := range 9 {
		d := core.NewDate(2026, time.November, 23)
		spec.Days[d] = append(spec.Days[d], GridBlock{Key: string(rune('a' + i)), Title: "14:00 Amina Yusuf", Kind: Accent})
	}
	spec.Days[core.NewDate(2026, time.November, 26)] = []GridBlock{{Key: "board", Title: "Board review", Kind: Alarm, Loose: true}}
	return spec
}

func newMonthGridBench(t *testing.T) (*MonthGrid, *gridLog, *bench) {
	t.Helper()
	log := &gridLog{}
	g := NewMonthGrid(MonthActs{
		Open: func(key string) { log.add("open %s", key) },
		Menu: func(key string, _ fyne.Position) { log.add("menu %s", key) },
		Day:  func(d core.Date) { log.add("day %s", d) },
		Move: func(key string, to core.Date) { log.add("move %s %s", key, to) },
	})
	g.Set(novemberLike())
	return g, log, newBench(t, Look{Mode: Light}, fyne.NewSize(785, 640), g)
}

func (g *MonthGrid) point(d core.Date, down float32) fyne.Position {
	i, top := d.DaysSince(g.spec.First), g.room().head
	h := (g.Size().Height - top) / float32(g.spec.Weeks)
	return fyne.NewPos((float32(i%7)+0.5)*g.Size().Width/7, top+float32(i/7)*h+down)
}

// A day of which fewer entries are given than it has room for says how many there are besides.
func TestADayWithMoreThanIsGiven(t *testing.T) {
	g := NewMonthGrid(MonthActs{})
	first := core.NewDate(2026, 11, 2)
	g.Set(MonthSpec{
		Month: core.NewDate(2026, 11, 1), First: first, Weeks: 4, Weekdays: [7]string{"m", "t", "w", "t", "f", "s", "s"},
		Days: map[core.Date][]GridBlock{first: {{Key: "a", Title: "One"}, {Key: "b", Title: "Two"}}}, More: map[core.Date]int{first: 900},
	})
	newBench(t, Look{Mode: Light}, fyne.NewSize(900, 1400), g)
	if len(g.shown) != 2 || g.more[0].Text != moreText(900) {
		t.Errorf("%d are shown, and %q", len(g.shown), g.more[0].Text)
	}
}

// What gets room on a day stands in the order of its times, whatever is shown first where there is too little room; what
// has none comes last.
func TestADayGoesByItsTimes(t *testing.T) {
	first := core.NewDate(2026, 11, 2)
	entries := []GridBlock{{Key: "meeting", From: 675, To: 720}, {Key: "due"}, {Key: "busy", From: 660, To: 675}, {Key: "night", To: 90}, {Key: "fair"}}
	for height, want := range map[float32]string{1400: "night busy meeting due fair", 460: "busy meeting due"} {
		g := NewMonthGrid(MonthActs{})
		g.Set(MonthSpec{Month: first, First: first, Weeks: 4, Days: map[core.Date][]GridBlock{first: entries}})
		newBench(t, Look{Mode: Light}, fyne.NewSize(900, height), g)
		var got []string
		for _, x := range g.shown {
			got = append(got, x.block.Key)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("of %v: %q, not %q", height, s, want)
		}
	}
}

func TestMonthGridShowsWhatFits(t *testing.T) {
	g, _, b := newMonthGridBench(t)
	b.window.Canvas().Focus(g)
	b.shot("monthgrid")
	today := g.spec.Today.DaysSince(g.spec.First)
	if n := strings.Count(strings.Join(Texts(g), "|"), "Amina"); n != 2 || g.more[today].Text != "+7" {
		t.Errorf("%d of 9 entries are shown, and %q", n, g.more[today].Text)
	}
	b.window.Resize(fyne.NewSize(785, 1400))
	if n := strings.Count(strings.Join(Texts(g), "|"), "Amina"); n != 9 || g.more[today].Text != "" {
		t.Errorf("%d of 9 entries are shown, and %q", n, g.more[today].Text)
	}
}

// Where there is one line a day, a full day shows its first entry and how many more there are.
func TestMonthGridShowsOneOfManyWhereThereIsOneLine(t *testing.T) {
	g, _, b := newMonthGridBench(t)
	p := paintFor(g)
	b.window.Resize(fyne.NewSize(785, p.px(monthHead)+float32(g.spec.Weeks)*p.px(monthLowNumber+monthLowLine+4)))
	today := g.spec.Today.DaysSince(g.spec.First)
	more := g.more[today]
	if n := strings.Count(strings.Join(Texts(g), "|"), "Amina"); n != 1 || more.Text != "+8" {
		t.Errorf("%d of 9 entries are shown, and %q", n, more.Text)
	}
	if number := g.numbers[today]; more.Position().Y != number.Position().Y || more.Position().X <= number.Position().X+number.MinSize().Width {
		t.Errorf("what is left stands at %v, the number at %v", more.Position(), number.Position())
	}
}

// What the spec leaves out of a day is counted along with what has no room, up to a point.
func TestMonthGridCountsWhatIsLeftOut(t *testing.T) {
	g, _, _ := newMonthGridBench(t)
	spec := g.spec
	today := spec.Today.DaysSince(spec.First)
	for n, want := range map[int]string{3: "+10", 999: "999+"} {
		spec.More = map[core.Date]int{spec.Today: n}
		g.Set(spec)
		if got := g.more[today].Text; got != want {
			t.Errorf("with %d left out: %q", n, got)
		}
	}
}

func TestMonthGridByPointerAndKeys(t *testing.T) {
	g, log, b := newMonthGridBench(t)
	d := core.NewDate(2026, time.November, 23)
	g.Tapped(&fyne.PointEvent{Position: g.point(d, 34)})
	g.TappedSecondary(&fyne.PointEvent{Position: g.point(d, 34)})
	g.Tapped(&fyne.PointEvent{Position: g.point(d.AddDays(1), 10)})
	g.Tapped(&fyne.PointEvent{Position: g.point(d.AddDays(1), 10)})
	if got := log.take(); got != "open a; menu a; day 2026-11-24" {
		t.Error(got)
	}
	move := func(from, to core.Date) {
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: g.point(from, 34)}})
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: g.point(to, 60)}})
		g.DragEnd()
	}
	move(d, d.AddDays(-7))
	move(d, d)
	move(core.NewDate(2026, time.November, 26), d)
	if got := log.take(); got != "move a 2026-11-16" {
		t.Error(got)
	}
	b.window.Canvas().Focus(g)
	g.SetDate(d)
	for _, k := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyUp, fyne.KeyEnter, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn} {
		g.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if got := log.take(); got != "day 2026-11-15; day 2026-11-23" {
		t.Error(got)
	}
	for range 9 {
		g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if g.Date() != core.NewDate(2026, time.November, 30) {
		t.Errorf("leaves what is shown: %v", g.Date())
	}
}

// While an entry is on its way to another day, what is said of that day stands beside it, whole and within the grid, and
// goes when it is put down.
func TestADragInTheMonthSaysWhere(t *testing.T) {
	g, log, b := newMonthGridBench(t)
	d := core.NewDate(2026, time.November, 23)
	g.acts.Say = func(key string, to core.Date) (string, bool) {
		return key + " goes to a day that is called " + to.String(), to.Day == 25
	}
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: g.point(d, 34)}})
	for to := g.spec.First; to.Before(g.spec.First.AddDays(7 * g.spec.Weeks)); to = to.AddDays(1) {
		if to == d {
			continue
		}
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: g.point(to, 40)}})
		l, box := g.plate.label, g.plate.box
		if !strings.Contains(strings.Join(Texts(g), "|"), to.String()) || l.Cut() {
			t.Errorf("%v: %q is said, cut: %v", to, l.Text(), l.Cut())
		}
		if at, size := box.Position(), box.Size(); at.X < 0 || at.Y < 0 || at.X+size.Width > g.Size().Width || at.Y+size.Height > g.Size().Height {
			t.Errorf("%v: it stands at %v of %v", to, at, size)
		}
		if alarm := paintFor(g).color(ColorDangerSoft); (g.backs[to.DaysSince(g.spec.First)].FillColor == alarm) != (to.Day == 25) {
			t.Errorf("%v: the day is shown as taken: %v", to, to.Day != 25)
		}
		if to.Day == 25 && to.Month == time.November {
			b.shot("monthgrid-drag")
		}
	}
	g.DragEnd()
	if strings.Contains(strings.Join(Texts(g), "|"), "goes to") || log.take() == "" {
		t.Error("it is still said")
	}
}
