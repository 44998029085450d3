package kit

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// bench is a window for one test, with our theme and a clock that the test moves.
type bench struct {
	t      *testing.T
	window fyne.Window
	stage  *stage
	clock  *handClock
}

// stage is a window's content with a layer for tooltips and toasts.
type stage struct {
	widget.BaseWidget

	content fyne.CanvasObject
	floats  *Floats
	reading string // why nothing can be changed
	refused int    // how often that was said
	reveals int    // how often something was to be scrolled into view
}

func (s *stage) Floats() *Floats { return s.floats }

func (s *stage) Reading() string { return s.reading }

func (s *stage) Refuse() { s.refused++ }

// Reveal scrolls the content where that is a scroller, as the window does.
func (s *stage) Reveal(o fyne.CanvasObject) {
	s.reveals++
	if scroll, ok := s.content.(*Scroll); ok {
		scroll.Reveal(o)
	}
}

// Relayout does so too.
func (s *stage) Relayout() {
	if scroll, ok := s.content.(*Scroll); ok {
		scroll.Relayout()
	}
}

func (s *stage) Children() []fyne.CanvasObject { return []fyne.CanvasObject{s.content} }

func (s *stage) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   s,
		objects: these(s.content, s.floats),
		min:     func() fyne.Size { return fyne.Size{} },
		layout: func(size fyne.Size) {
			place(s.content, 0, 0, size.Width, size.Height)
			s.floats.SetPlace(ToastPlace{Left: 16, Right: size.Width - 16}, nil)
			place(s.floats, 0, 0, size.Width, size.Height)
		},
	}
}

// handClock runs what is due when the test moves it.
type handClock struct {
	now  time.Duration
	jobs []*clockJob
}

type clockJob struct {
	at   time.Duration
	f    func()
	done bool
}

func (c *handClock) after(d time.Duration, f func()) func() {
	j := &clockJob{at: c.now + d, f: f}
	c.jobs = append(c.jobs, j)
	return func() { j.done = true }
}

func (c *handClock) move(d time.Duration) {
	c.now += d
	for _, j := range c.jobs {
		if !j.done && j.at <= c.now {
			j.done = true
			j.f()
		}
	}
}

// setTheme changes the theme only where it differs: the toolkit then reads all fonts again.
func setTheme(look Look) {
	have, ok := fyne.CurrentApp().Settings().Theme().(*Theme)
	if ok {
		look.Fonts = have.look.Fonts
	} else {
		look.Fonts = BundledFonts()
	}
	if th := NewTheme(look); !ok || th.look != have.look {
		fyne.CurrentApp().Settings().SetTheme(th)
	}
}

// TestMain gives the toolkit's test application our theme before the first widget is made.
func TestMain(m *testing.M) {
	setTheme(Look{Mode: Light})
	os.Exit(m.Run())
}

func newBench(t *testing.T, look Look, size fyne.Size, content fyne.CanvasObject) *bench {
	t.Helper()
	setTheme(look)
	b := &bench{t: t, clock: &handClock{}}
	b.stage = &stage{content: content, floats: NewFloats(b.clock.after)}
	b.stage.ExtendBaseWidget(b.stage)
	b.window = test.NewTempWindow(t, b.stage)
	b.window.SetPadded(false)
	b.window.Resize(size)
	return b
}

// shot writes a picture of the window where the environment names a folder for it.
func (b *bench) shot(name string) {
	b.t.Helper()
	dir := os.Getenv("KIT_GALLERY")
	if dir == "" {
		return
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		b.t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		b.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, b.window.Canvas().Capture()); err != nil {
		b.t.Fatal(err)
	}
}
