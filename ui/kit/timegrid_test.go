package kit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"pgregory.net/rapid"

	"mentorbook/ui/tone"
)

// gridLog writes down what a grid asks for.
type gridLog struct{ lines []string }

func (l *gridLog) add(format string, args ...any) {
	l.lines = append(l.lines, fmt.Sprintf(format, args...))
}

func (l *gridLog) take() string {
	out := strings.Join(l.lines, "; ")
	l.lines = nil
	return out
}

func (l *gridLog) acts() GridActs {
	return GridActs{
		Open: func(key string) { l.add("open %s", key) },
		Menu: func(key string, _ fyne.Position) { l.add("menu %s", key) },
		New:  func(day, from, to int) { l.add("new %d %d-%d", day, from, to) },
		Move: func(key string, day, from, to int) { l.add("move %s %d %d-%d", key, day, from, to) },
		Say: func(_ string, day, from, to int) (string, bool) {
			return fmt.Sprintf("%d: %02d:%02d–%02d:%02d", day, from/60, from%60, to/60, to%60), day == 3
		},
	}
}

func hours(shift int) (out [24]string) {
	for i := range out {
		out[i] = fmt.Sprintf("%02d:00", (i+shift)%24)
	}
	return out
}

// weekLike is the week of the design's picture.
func weekLike() GridSpec {
	spec := GridSpec{NowDay: 0, NowMinute: 13*60 + 20, Zones: []GridZone{{Name: "You", Hours: hours(0)}, {Name: "Nairobi", Hours: hours(3)}}}
	for i, name := range []string{"Mon 23", "Tue 24", "Wed 25", "Thu 26", "Fri 27", "Sat 28", "Sun 29"} {
		spec.Days = append(spec.Days, GridDay{Title: name, Today: i == 0, Off: i > 4})
	}
	spec.Blocks = []GridBlock{
		{Key: "amina", Day: 0, From: 14 * 60, To: 14*60 + 45, Title: "14:00 Amina", Caption: "accepted", Kind: Accent},
		{Key: "ivan", Day: 0, From: 18 * 60, To: 18*60 + 45, Title: "18:00 Иван", Caption: "no reply", Kind: Info},
		{Key: "circle", Day: 2, From: 10 * 60, To: 11*60 + 30, Title: "10:00 Leadership circle", Caption: "4 of 5 accepted", Kind: Violet},
		{Key: "chen", Day: 3, From: 9*60 + 30, To: 10 * 60, Title: "9:30 Chen Wei", Kind: Accent},
		{Key: "board", Day: 3, From: 9*60 + 45, To: 10*60 + 45, Title: "Board review", Kind: Alarm, Loose: true},
		{Key: "sara", Day: 4, From: 15 * 60, To: 15*60 + 15, Title: "15:00 Sara", Caption: "no agenda", Kind: Neutral},
	}
	spec.WholeDay = []GridBlock{{Key: "due", Day: 4, Title: "Name a deputy for next week", Kind: Warn}}
	return spec
}

func newGrid(t *testing.T) (*TimeGrid, *gridLog, *bench) {
	t.Helper()
	log := &gridLog{}
	g := NewTimeGrid(log.acts())
	g.Set(weekLike())
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(785, 640), g)
	g.Begin(9*60, -1)
	return g, log, b
}

func (g *TimeGrid) key(names ...fyne.KeyName) {
	for _, n := range names {
		g.body.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (g *TimeGrid) chord(mod fyne.KeyModifier, names ...fyne.KeyName) {
	for _, n := range names {
		g.body.TypedShortcut(&desktop.CustomShortcut{KeyName: n, Modifier: mod})
	}
}

// point gives the place of a minute a little right of the middle of a day's column, where two that share it touch.
func (g *TimeGrid) point(day, minute int) fyne.Position {
	r := g.body.room()
	return fyne.NewPos(r.left+(float32(day)+0.55)*r.day, r.y(minute))
}

func (g *TimeGrid) drag(from, to fyne.Position) {
	g.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
	for i := 1; i <= 4; i++ {
		at := fyne.NewPos(from.X+(to.X-from.X)*float32(i)/4, from.Y+(to.Y-from.Y)*float32(i)/4)
		g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	g.body.DragEnd()
}

func TestTimeGridLooks(t *testing.T) {
	for name, look := range map[string]Look{"light": {Mode: Light}, "dark": {Mode: Dark}, "large": {Mode: Light, Scale: 1.5}} {
		g, _, b := newGrid(t)
		setTheme(look)
		b.stage.Refresh()
		b.window.Canvas().Focus(g.body)
		g.Select("circle")
		g.Begin(9*60, -1)
		b.shot("timegrid-" + name)
		g.chord(fyne.KeyModifierControl, fyne.KeyRight)
		b.shot("timegrid-move-" + name)
		if texts := strings.Join(Texts(g), "|"); !strings.Contains(texts, "3: 10:00–11:30") || !strings.Contains(texts, "Name a deputy") {
			t.Errorf("%s: %s", name, texts)
		}
	}
}

func TestTimeGridByPointer(t *testing.T) {
	g, log, _ := newGrid(t)
	for name, c := range map[string]struct {
		from, to fyne.Position
		want     string
	}{
		"move down":       {g.point(0, 14*60+20), g.point(0, 15*60+20), "move amina 0 900-945"},
		"move to Tuesday": {g.point(0, 14*60+20), g.point(1, 14*60+20), "move amina 1 840-885"},
		"move to the end": {g.point(0, 14*60+20), g.point(0, 19*60+20), "move amina 0 1140-1185"},
		"stretch":         {g.point(2, 11*60+26), g.point(2, 11*60+56), "move circle 2 600-720"},
		"stretch start":   {g.point(2, 10*60+1), g.point(2, 9*60), "move circle 2 540-690"},
		"crush":           {g.point(2, 11*60+26), g.point(2, 9*60+15), "move circle 2 600-615"},
		"back again":      {g.point(0, 14*60+20), g.point(0, 14*60+23), ""},
		"foreign":         {g.point(3, 10*60+30), g.point(3, 12*60), ""},
		"draw":            {g.point(1, 11*60+2), g.point(1, 12*60+2), "new 1 660-735"},
		"draw upwards":    {g.point(1, 12*60+2), g.point(1, 11*60+2), "new 1 660-735"},
	} {
		g.drag(c.from, c.to)
		if got := log.take(); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
	g.body.Tapped(&fyne.PointEvent{Position: g.point(0, 18*60+20)})
	g.body.Tapped(&fyne.PointEvent{Position: g.point(5, 10*60+10)})
	g.body.Tapped(&fyne.PointEvent{Position: g.point(5, 10*60+20)})
	g.body.TappedSecondary(&fyne.PointEvent{Position: g.point(2, 10*60+30)})
	if got := log.take(); got != "open ivan; new 5 600-630; menu circle" {
		t.Error(got)
	}
}

// The keys begin at the present moment, wherever in the week that is, and stay where somebody has gone with them.
func TestTimeGridBeginsNow(t *testing.T) {
	g, log, b := newGrid(t)
	b.window.Canvas().Focus(g.body)
	spec := weekLike()
	spec.NowDay, spec.NowMinute = 4, 16*60+10
	g.Set(spec)
	g.key(fyne.KeyEnter)
	if got := log.take(); got != "new 4 960-990" {
		t.Error(got)
	}
	spec.NowMinute = 15*60 + 10
	g.Set(spec)
	g.key(fyne.KeyEnter)
	if got := log.take(); got != "open sara" {
		t.Error(got)
	}
	g.key(fyne.KeyLeft, fyne.KeyDown)
	at := g.body.at
	g.Set(spec)
	if g.body.at != at {
		t.Errorf("went from %v to %v", at, g.body.at)
	}
	g.Anew()
	g.Set(spec)
	if g.Selected() != "sara" {
		t.Errorf("begins at %v", g.body.at)
	}
}

func TestTimeGridByKeys(t *testing.T) {
	g, log, b := newGrid(t)
	b.window.Canvas().Focus(g.body)
	g.key(fyne.KeyDown, fyne.KeyEnter)
	if got := log.take(); got != "new 0 810-840" { // from now on: it is 13:20
		t.Error(got)
	}
	for range 5 {
		g.key(fyne.KeyUp)
	}
	g.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyEnter, fyne.KeyF10)
	if got := log.take(); got != "open circle; menu circle" {
		t.Error(got)
	}
	g.chord(fyne.KeyModifierControl, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown)
	g.chord(fyne.KeyModifierControl|fyne.KeyModifierShift, fyne.KeyUp)
	if !g.body.move.clash {
		t.Error("does not say that Thursday is taken")
	}
	g.key(fyne.KeyLeft, fyne.KeyRight, fyne.KeyEnter) // on its way, it goes with the arrows
	if got := log.take(); got != "move circle 3 630-705" {
		t.Error(got)
	}
	g.Set(weekLike())
	g.chord(fyne.KeyModifierControl, fyne.KeyUp)
	g.key(fyne.KeyEscape)
	if got := log.take(); got != "" || g.body.move != nil || g.Selected() != "circle" {
		t.Errorf("Escape leaves %q, %v, %q", got, g.body.move, g.Selected())
	}
	g.Select("board")
	g.chord(fyne.KeyModifierControl, fyne.KeyUp)
	if g.body.move != nil {
		t.Error("moves what is somebody else's")
	}
}

// Whatever keys are pressed, the present place is one of the day's places, and every block can be reached.
func TestTimeGridKeysReachEverything(t *testing.T) {
	g, _, _ := newGrid(t)
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOf(rapid.SampledFrom([]fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight})).Draw(t, "keys")
		g.key(keys...)
		if at := g.body.at; !slices.Contains(g.body.stops(at.day), at) && len(keys) > 0 {
			t.Fatalf("stands at %v", at)
		}
	})
	seen := map[string]bool{}
	for range g.Spec().Days {
		g.key(fyne.KeyLeft)
	}
	for day := range g.Spec().Days {
		for range 60 {
			g.key(fyne.KeyUp)
		}
		for range 60 {
			seen[g.Selected()] = true
			g.key(fyne.KeyDown)
		}
		if g.body.at.day != day {
			t.Fatalf("is at day %d, not %d", g.body.at.day, day)
		}
		g.key(fyne.KeyRight)
	}
	for _, x := range g.Spec().Blocks {
		if !seen[x.Key] {
			t.Errorf("%s cannot be reached", x.Key)
		}
	}
}

// A thousand blocks in a week are drawn anew within the time of a few pictures of a film.
func BenchmarkTimeGridSet(b *testing.B) {
	g := NewTimeGrid(GridActs{})
	spec := weekLike()
	for i := range 1000 {
		from := i * 7 % (23 * 60)
		spec.Blocks = append(spec.Blocks, GridBlock{Key: time.Duration(i).String(), Day: i % 7, From: from, To: from + 45, Title: "busy"})
	}
	g.Set(spec)
	g.Resize(fyne.NewSize(785, 640))
	for b.Loop() {
		g.Set(spec)
	}
}

// A title whose words are wider than its block ends within its first line, instead of going on within a word below; one of
// which only a letter or two would be left is not shown at all.
func TestNarrowBlocksBreakNoWords(t *testing.T) {
	newGrid(t)
	f := newBlockFace()
	p := paintNow()
	f.title.SetRuns(Run{"A", Style{Size: SizeCaption, Bold: true}})
	line := f.title.HeightFor(1000)
	for _, c := range []struct {
		title string
		width float32
		lines float32
	}{
		{"Board review", 200, 1},
		{"Board review", 62, 2},
		{"Board review", 50, 1},
		{"Board review", 36, 0},
		{"Наставничество", 60, 1},
		{"Наставничество", 24, 0},
	} {
		b := GridBlock{Title: c.title, Kind: Accent}
		f.show(p, b, false, 0, 0, c.width, 200)
		if c.lines == 0 {
			if !f.title.Hidden || f.tip(b).Text != c.title {
				t.Errorf("%q in %v: a letter or two are shown, or no tooltip has it: %v", c.title, c.width, f.tip(b))
			}
			continue
		}
		if got := f.title.Size().Height; got > line*c.lines+1 || got < line*c.lines-1 {
			t.Errorf("%q in %v: %v high, want %v lines of %v", c.title, c.width, got, c.lines, line)
		}
	}
}

// A block without a time of its own shows letters where its title has no room.
func TestANarrowBlockWithoutATimeShowsItsLetters(t *testing.T) {
	newGrid(t)
	f, p := newBlockFace(), paintNow()
	f.show(p, GridBlock{Title: "Dentist appointment", Initials: "DA", Loose: true}, false, 0, 0, 38, 60)
	if f.title.Hidden || f.title.Text() != "DA" || f.tip(GridBlock{Title: "Dentist appointment"}).Text != "Dentist appointment" {
		t.Errorf("it says %q", f.title.Text())
	}
}

// What asks for care is marked beside the letters that stand for whom a block is with, however narrow it is.
func TestANarrowBlockIsMarkedBesideItsLetters(t *testing.T) {
	newGrid(t)
	b := GridBlock{Title: "09:00 Chen", Time: "09:00", Initials: "CW", Caption: "clash", Aside: "clashes with “Board review”", Kind: Accent, Sign: tone.Clashes}
	for _, width := range []float32{34, 40, 60, 96} {
		f := newBlockFace()
		f.show(paintNow(), b, false, 0, 0, width, 26)
		if f.sign.Hidden || f.title.Hidden || !strings.Contains(f.tip(b).Text, b.Aside) {
			t.Errorf("in %v: sign %t, title %t, and the tooltip says %q", width, !f.sign.Hidden, !f.title.Hidden, f.tip(b).Text)
		}
		if got := f.title.Text(); width < 60 && !strings.HasSuffix(got, "CW") {
			t.Errorf("in %v it says %q", width, got)
		}
		if at := f.sign.Position().X; at < f.title.Position().X+f.title.NaturalWidth()-1 && f.title.Size().Width > f.title.NaturalWidth() {
			t.Errorf("in %v: the sign lies on the letters", width)
		}
	}
}

// A narrow block says less, and nothing in part but a name.
func TestNarrowBlocksSayLess(t *testing.T) {
	newGrid(t)
	for _, c := range []struct {
		width, height  float32
		title, caption string
		cut            bool
	}{
		{200, 39, "14:00 Amina", "без приглашения", false},
		{96, 39, "14:00 Amina", "", true},
		{96, 90, "14:00 Amina", "без приглашения", false},
		{96, 60, "14:00 Amina", "без приглашения", false},
		{88, 90, "14:00 Amina", "без приглашения", false}, // smaller, so that its longer word fits
		{70, 39, "14:00\nAmina", "", true},
		{60, 20, "14:00", "", true},
		{50, 39, "14:00\nAmina", "", true}, // of which the name ends in an ellipsis
		{46, 20, "14:00", "", true},
		{40, 39, "14:00", "", true},
		{26, 39, "A", "", true}, // as on a picture
		{8, 39, "", "", true},
	} {
		f := newBlockFace()
		b := GridBlock{Title: "14:00 Amina", Time: "14:00", Caption: "без приглашения", Kind: Accent}
		f.show(paintNow(), b, false, 0, 0, c.width, c.height)
		title, caption := "", ""
		if !f.title.Hidden {
			title = f.title.Text()
		}
		if !f.caption.Hidden {
			caption = f.caption.Text()
		}
		if title != c.title || caption != c.caption || f.cut != c.cut {
			t.Errorf("%vx%v: %q, %q, cut: %v (%v)", c.width, c.height, title, caption, f.cut, f.title.Cut())
		}
		if whole := (Tip{Text: "14:00 Amina · без приглашения"}); f.cut != (f.tip(b) == whole) {
			t.Errorf("%vx%v: the tooltip is %v", c.width, c.height, f.tip(b))
		}
	}
}

// What is said of a block on its way stands beside it, whole, within what is in view.
func TestTheLabelOfAMoveIsWhole(t *testing.T) {
	g, _, _ := newGrid(t)
	const said = "15:00–15:45 · 17:00 there (Nairobi) · clashes with the board review"
	g.acts.Say = func(string, int, int, int) (string, bool) { return said, true }
	g.Resize(fyne.NewSize(640, 400))
	spec := g.Spec()
	for i := range spec.Blocks {
		if !g.Select(spec.Blocks[i].Key) || !g.Movable() {
			continue
		}
		g.Shift(0, 15, false)
		l := g.body.plate.label
		if l.Text() != said || l.Cut() || l.Position().X < 0 || l.Position().X+l.Size().Width > g.body.Size().Width || l.HeightFor(l.Size().Width) > l.Size().Height {
			t.Errorf("%q at %v of %v, cut: %v", l.Text(), l.Position(), l.Size(), l.Cut())
		}
		if top, bottom := g.At(), g.At()+g.scroll.Size().Height; l.Position().Y < top || l.Position().Y+l.Size().Height > bottom {
			t.Errorf("it is out of view: %v of %v–%v", l.Position(), top, bottom)
		}
		return
	}
	t.Fatal("nothing can be moved")
}

// What stands below a name is not crowded out by it, as long as the block has room for two lines.
func TestBlocksKeepALineForTheCaption(t *testing.T) {
	newGrid(t)
	f := newBlockFace()
	f.show(paintNow(), GridBlock{Title: "17:00 Bob Guest of Honour", Caption: "declined", Kind: Accent}, false, 0, 0, 90, 39)
	if f.caption.Hidden {
		t.Error("45 minutes with a long name do not show the answer")
	}
}

// The days begin where they are told to, unless what must be seen would not be.
func TestWhereDaysBegin(t *testing.T) {
	g, _, _ := newGrid(t)
	hour, whole := paintFor(g).px(gridHour), g.scroll.Content.MinSize().Height
	view := g.scroll.Size().Height
	for name, c := range map[string]struct {
		top, seen int
		want      float32
	}{
		"nothing to be seen": {8 * 60, -1, 8 * hour},
		"in view":            {8 * 60, 9 * 60, 8 * hour},
		"below":              {60, 15 * 60, 15*hour - view/3},
		"above":              {8 * 60, 5 * 60, 5*hour - view/3},
		"at the very end":    {8 * 60, 23*60 + 59, whole - view},
	} {
		g.Begin(c.top, c.seen)
		if got := g.At(); got < c.want-1 || got > c.want+1 {
			t.Errorf("%s: %v lies above, not %v", name, got, c.want)
		}
	}
}

// The tooltip of a block goes when the block may have gone, is pressed or taken along, and when something opens over it;
// it does not come from below that either.
func TestTooltipsOfBlocksGo(t *testing.T) {
	g, _, b := newGrid(t)
	spec := weekLike()
	spec.Blocks[5].Title = "15:00 " + strings.Repeat("Sara ", 30)
	over := func() {
		t.Helper()
		g.Set(spec)
		g.body.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: g.point(4, 15*60+7)}})
	}
	shown := func() bool { return b.stage.floats.TipText() != "" }
	press := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: g.point(4, 15*60+7)}}
	for name, do := range map[string]func(){
		"other blocks": func() { g.Set(weekLike()) },
		"a press":      func() { g.body.MouseDown(press) },
		"a drag":       func() { g.body.Dragged(&fyne.DragEvent{PointEvent: press.PointEvent}) },
		"a move by keys": func() {
			g.Select("sara")
			g.Shift(1, 0, false)
		},
		"a menu": func() {
			ShowMenu(b.window.Canvas(), fyne.NewPos(10, 10), []MenuEntry{{Text: "Open", Run: func() {}}}).Close()
		},
		"another page": func() { HideTips(b.window.Canvas()) },
		"the wheel":    func() { g.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -30)}) },
		"the focus":    func() { g.body.FocusLost() },
	} {
		over()
		b.clock.move(tipDelay)
		if !shown() {
			t.Fatalf("before %s: no tooltip", name)
		}
		if do(); shown() {
			t.Errorf("the tooltip outlives %s", name)
		}
		g.Set(weekLike())
		g.body.MouseOut()
		over()
		if do(); shown() {
			t.Errorf("the tooltip comes after %s", name)
		}
		if b.clock.move(tipDelay); shown() {
			t.Errorf("the tooltip comes long after %s", name)
		}
		g.Set(weekLike())
		g.body.MouseOut()
	}
	over()
	top := &stage{content: NewText("", Body()), floats: NewFloats(b.clock.after)}
	top.ExtendBaseWidget(top)
	b.window.Canvas().Overlays().Add(top)
	if b.clock.move(tipDelay); shown() || top.floats.TipText() != "" {
		t.Error("a tooltip comes from below a dialog")
	}
}

// A block that a clock changes in is taken along with the minutes that it really takes; what stands where it stood has not
// moved.
func TestBlocksMoveWithTheirOwnLength(t *testing.T) {
	g, log, _ := newGrid(t)
	spec := weekLike()
	spec.Blocks = []GridBlock{{Key: "night", Day: 6, From: 90, To: 210, Length: 60, Title: "01:30 Night", Kind: Accent}}
	g.Set(spec)
	g.Select("night")
	g.chord(fyne.KeyModifierControl, fyne.KeyDown)
	g.key(fyne.KeyReturn)
	if got := log.take(); got != "move night 6 105-165" {
		t.Errorf("by keys: %s", got)
	}
	g.Set(spec)
	g.Select("night")
	if !g.Shift(0, 0, false) {
		t.Fatal("it cannot be moved")
	}
	g.key(fyne.KeyReturn)
	if got := log.take(); got != "" {
		t.Errorf("put down where it was: %s", got)
	}
	g.chord(fyne.KeyModifierControl|fyne.KeyModifierShift, fyne.KeyDown)
	g.key(fyne.KeyReturn)
	if got := log.take(); got != "move night 6 90-225" {
		t.Errorf("stretched: %s", got)
	}
	g.Set(spec)
	at := fyne.PointEvent{Position: g.point(6, 150)}
	g.body.MouseDown(&desktop.MouseEvent{PointEvent: at})
	to := fyne.PointEvent{Position: g.point(6, 150+60)}
	g.body.Dragged(&fyne.DragEvent{PointEvent: to})
	g.body.DragEnd()
	if got := log.take(); got != "move night 6 150-210" {
		t.Errorf("dragged: %s", got)
	}
}

// What asks for care is to be seen on a block that has no room to say it, beside the name and not upon it.
func TestABlockThatAsksForCareHasASign(t *testing.T) {
	newGrid(t)
	for _, c := range []struct {
		width, height float32
		care, sign    bool
	}{
		{200, 39, true, false}, // the words have room
		{96, 39, true, false},  // in smaller letters
		{88, 39, true, true},
		{60, 20, true, true},
		{38, 16, true, true},
		{96, 39, false, false},
	} {
		f := newBlockFace()
		f.show(paintNow(), GridBlock{Title: "14:00 Amina", Time: "14:00", Caption: "has the old time", Aside: "17:00 in Nairobi", Sign: signIf(c.care, tone.Outdated), Kind: Accent}, false, 0, 0, c.width, c.height)
		if f.sign.Visible() != c.sign || c.sign == f.caption.Visible() && c.care {
			t.Errorf("%vx%v: sign %v, words %v", c.width, c.height, f.sign.Visible(), f.caption.Visible())
		}
		if f.title.Visible() && c.sign && f.title.Position().X+f.title.Size().Width > f.sign.Position().X {
			t.Errorf("%vx%v: the sign lies on the title", c.width, c.height)
		}
		if c.sign && (f.sign.Position().X+f.sign.Size().Width > c.width || f.sign.Position().Y+f.sign.Size().Height > c.height) {
			t.Errorf("%vx%v: the sign reaches out", c.width, c.height)
		}
		if tip := f.tip(GridBlock{Title: "14:00 Amina", Caption: "has the old time", Aside: "17:00 in Nairobi"}); tip.Text != "14:00 Amina · 17:00 in Nairobi · has the old time" {
			t.Errorf("the tooltip is %q", tip.Text)
		}
	}
}

// That everybody comes is marked where the words for it have no room, but never in the place of a name.
func TestABlockOfWhichAllComeIsMarked(t *testing.T) {
	newGrid(t)
	for _, c := range []struct {
		width, height float32
		topic         string
		agreed, sign  bool
		title         string
	}{
		{200, 39, "", true, false, "14:00 Amina"}, // the words have room
		{120, 39, "Promotion", true, true, "14:00 Amina"},
		{120, 39, "Promotion", false, false, "14:00 Amina"},
		{120, 20, "", true, true, "14:00 Amina"},
		{26, 39, "", true, true, "A"},
	} {
		f := newBlockFace()
		b := GridBlock{Title: "14:00 Amina", Time: "14:00", Topic: c.topic, Initials: "A", Caption: "accepted", Sign: signIf(c.agreed, tone.Agreed), Kind: Accent}
		f.show(paintNow(), b, false, 0, 0, c.width, c.height)
		if f.sign.Visible() != c.sign || c.sign && (f.mark.Text != "✓" || f.caption.Visible()) || f.title.Text() != c.title {
			t.Errorf("%vx%v %q: sign %v %q, title %q", c.width, c.height, c.topic, f.sign.Visible(), f.mark.Text, f.title.Text())
		}
		if c.sign && f.title.Position().X+f.title.NaturalWidth() > f.sign.Position().X {
			t.Errorf("%vx%v: the sign lies on the title", c.width, c.height)
		}
	}
}

// What takes whole days leaves the hours most of a low grid, and what is not shown then is counted.
func TestWholeDaysLeaveRoomForTheHours(t *testing.T) {
	g, _, b := newGrid(t)
	spec := weekLike()
	spec.WholeDay = append(spec.WholeDay, GridBlock{Key: "y", Day: 2, Title: "Promise Y", Kind: Info}, GridBlock{Key: "z", Day: 2, Title: "Promise Z", Kind: Info})
	for i := range gridChips + 1 {
		spec.WholeDay = append(spec.WholeDay, GridBlock{Key: "all" + string(rune('a'+i)), Day: 3, Title: "Holiday " + string(rune('A'+i)), Kind: Info})
	}
	for i := range 5 {
		spec.WholeDay = append(spec.WholeDay, GridBlock{Key: string(rune('a' + i)), Day: 1, Title: "Promise " + string(rune('A'+i)), Kind: Info})
	}
	g.Set(spec)
	for _, c := range []struct {
		width, height float32
		want          string
		most          float32 // the share of the height that stands above the hours
	}{
		{785, 640, "Promise A|Promise B|Promise C|+2", 0.27},
		{785, 360, "Promise A|+4", 0.27},
		{785, 240, "Promise A|+4", 0.25}, // in one line
		{480, 240, "+5", 0.25},           // for which there is no room
	} {
		b.window.Resize(fyne.NewSize(c.width, c.height))
		g.Resize(fyne.NewSize(c.width, c.height))
		if got := strings.Join(Texts(g.head), "|"); !strings.Contains(got, c.want) {
			t.Errorf("%v x %v: %s", c.width, c.height, got)
		}
		if c.height > lowGrid && strings.Contains(strings.Join(Texts(g.head), "|"), "+1") {
			t.Errorf("%v high: the count of one stands where it would stand itself", c.height)
		}
		if head := g.head.Size().Height; head > c.height*c.most {
			t.Errorf("of %v the head has %v", c.height, head)
		}
		if chips := g.head.chips[1][:g.head.shown(1)]; c.height == 240 && len(chips) == 1 {
			if more := g.head.more[1]; more.Position().Y != chips[0].Position().Y || more.Position().X < chips[0].Position().X+chips[0].Size().Width {
				t.Errorf("%v high: the count does not stand beside the first", c.height)
			}
		}
	}
}

// crowded is a day with five blocks at once, in columns that are too narrow for all of them.
func crowded(t *testing.T, width float32) (*TimeGrid, *gridLog) {
	t.Helper()
	g, log, _ := newGrid(t)
	acts := log.acts()
	acts.More = func(day int) { log.add("more %d", day) }
	g.acts = acts
	spec := weekLike()
	spec.Blocks = nil
	for i, name := range []string{"Amina Yusuf", "Иван Петров", "Sara Okafor", "Chen Wei", "Tomasz Zieliński"} {
		spec.Blocks = append(spec.Blocks, GridBlock{
			Key: name, Day: 1, From: 10 * 60, To: 11*60 + 15*i, Title: "10:00 " + name, Time: "10:00", Initials: []string{"AY", "ИП", "SO", "CW", "TZ"}[i], Kind: Accent,
		})
	}
	g.Set(spec)
	g.Resize(fyne.NewSize(width, 500))
	return g, log
}

// Blocks beside each other can be told apart however narrow the day is: by initials, and where not even they fit beside
// each other, the rest is counted.
func TestCrowdedDaysStayReadable(t *testing.T) {
	for _, c := range []struct {
		width float32
		want  string // of the texts on the blocks
	}{
		{1280, "TZ|CW|SO|ИП|AY"}, {650, "TZ|CW|+3"}, {500, "TZ|+4"},
	} {
		g, _ := crowded(t, c.width)
		var got []string
		for _, at := range g.body.spots() {
			f := g.body.faces[at.face]
			if f.title.Hidden || f.title.Cut() {
				t.Errorf("%v: %q can't be read: %q", c.width, at.block.Title, f.title.Text())
			}
			words := strings.Fields(f.title.Text())
			got = append(got, words[len(words)-1])
		}
		slices.SortFunc(got, func(a, b string) int { return strings.Index(c.want, a) - strings.Index(c.want, b) })
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%v: %s, want %s", c.width, s, c.want)
		}
	}
}

// What is only counted opens its day, has the names in its tooltip, and can't be dragged; by key each block is still
// reached, and drawn while it is.
func TestWhatIsCountedIsReached(t *testing.T) {
	g, log := crowded(t, 650)
	var counted gridSpot
	for _, at := range g.body.spots() {
		if at.more > 0 {
			counted = at
		}
	}
	if tip := g.body.tipOf(counted).Text; !strings.Contains(tip, "Amina Yusuf") || !strings.Contains(tip, "Sara Okafor") || strings.Contains(tip, "Chen") {
		t.Errorf("the tooltip is %q", tip)
	}
	r := g.body.room()
	x, y, w, _ := r.box(counted.day, counted.span, counted.lane)
	at := fyne.NewPos(x+w/2, y+10)
	g.drag(at, at.AddXY(0, 200))
	if got := log.take(); got != "" {
		t.Errorf("a drag did %q", got)
	}
	g.body.Tapped(&fyne.PointEvent{Position: at})
	g.body.TappedSecondary(&fyne.PointEvent{Position: at})
	if got := log.take(); got != "more 1" {
		t.Errorf("a click did %q", got)
	}
	g.body.FocusGained()
	for i, name := range []string{"Amina Yusuf", "Sara Okafor"} {
		g.Select(name)
		all := g.body.spots()
		if last := all[len(all)-1]; len(all) != 4 || last.block.Key != name || last.lane.Of != 1 {
			t.Errorf("%d: %+v is drawn last of %d", i, last.block, len(all))
		}
		g.key(fyne.KeyReturn)
		if got := log.take(); got != "open "+name {
			t.Errorf("Enter did %q", got)
		}
	}
	g.body.FocusLost()
	if n := len(g.body.spots()); n != 3 {
		t.Errorf("%d are drawn once the focus has gone", n)
	}
}

// A block says what the meeting is about below its title, before what came of it where there is one line for both, unless that
// asks for care or somebody has still to answer; its tip says all where something has no room.
func TestABlockSaysItsTopicWhereThereIsRoom(t *testing.T) {
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 300), NewText("", Body()))
	f, b := newBlockFace(), GridBlock{Title: "17:00 Bob", Topic: "Promotion", Caption: "accepted", Sign: tone.Agreed, Kind: Accent}
	show := func(height float32, topic, caption bool) {
		t.Helper()
		f.show(paintNow(), b, false, 0, 0, 120, height)
		if f.topic.Visible() != topic || f.caption.Visible() != caption || !f.title.Visible() {
			t.Errorf("%v high: the topic is shown: %v, what came of it: %v", height, f.topic.Visible(), f.caption.Visible())
		}
		if tip, all := f.tip(b).Text, topic && caption; strings.Contains(tip, "Promotion · "+b.Caption) == all {
			t.Errorf("%v high: the tip is %q", height, tip)
		}
	}
	show(70, true, true)
	show(39, true, false)
	show(20, false, false)
	b.Caption = "без приглашения" // which takes two lines
	show(39, true, false)
	b.Caption, b.Sign = "no answer yet", tone.NoSign
	show(39, false, true)
	show(70, true, true)
	b.Caption, b.Fixed = "held", true
	show(39, true, false)
	b.Caption, b.Fixed, b.Sign = "old time", false, tone.Outdated
	show(39, false, true)
	b.Sign, b.Loose = tone.NoSign, true
	show(39, false, true)
	b.Topic, b.Loose = "", false
	if f.show(paintNow(), b, false, 0, 0, 120, 70); f.topic.Visible() || f.tip(b) != (Tip{}) {
		t.Error("a meeting without a title has a topic")
	}
}

// A long name leaves the lines to what guests answered, as long as it keeps as many itself.
func TestALongNameLeavesRoomForTheAnswers(t *testing.T) {
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 300), NewText("", Body()))
	for _, c := range []struct {
		height  float32
		caption string
		shown   bool
	}{
		{78, "no answer yet", true}, // in one line
		{78, "3 со старым временем", true},
		{39, "3 со старым временем", false},
	} {
		f := newBlockFace()
		f.show(paintNow(), GridBlock{Title: "10:00 Круг руководителей и наставников", Time: "10:00", Caption: c.caption, Kind: Accent}, false, 0, 0, 96, c.height)
		if f.caption.Visible() != c.shown || f.title.Hidden {
			t.Errorf("%v high: %q, %q is shown: %v", c.height, f.title.Text(), c.caption, f.caption.Visible())
		}
	}
}
