//go:build linux || freebsd || openbsd || netbsd

package notice_test

import (
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"mentorbook/assets"
	"mentorbook/cmd/mentorbook/bustest"
	"mentorbook/cmd/mentorbook/notice"
)

const server, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"

// shown is a message as the desktop was told of it.
type shown struct {
	id                      uint32
	name, icon, title, body string
	buttons                 []string
	hints                   map[string]dbus.Variant
}

// desktop is one that shows messages.
type desktop struct {
	*dbus.Conn

	can   []string
	told  chan shown
	ended chan uint32
	last  uint32
}

func (d *desktop) GetCapabilities() ([]string, *dbus.Error) { return d.can, nil }

func (d *desktop) Notify(name string, _ uint32, icon, title, body string, buttons []string, hints map[string]dbus.Variant, _ int32) (uint32, *dbus.Error) {
	d.last++
	d.told <- shown{d.last, name, icon, title, body, buttons, hints}
	return d.last, nil
}

func (d *desktop) CloseNotification(id uint32) *dbus.Error {
	d.ended <- id
	return nil
}

func newDesktop(t *testing.T, can ...string) *desktop {
	t.Helper()
	d := &desktop{Conn: bustest.Start(t), can: can, told: make(chan shown, 10), ended: make(chan uint32, 10)}
	if err := d.Export(d, path, server); err != nil {
		t.Fatal(err)
	}
	if _, err := d.RequestName(server, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desktop) click(t *testing.T, id uint32, key string) {
	t.Helper()
	if err := d.Emit(path, server+".ActionInvoked", id, key); err != nil {
		t.Fatal(err)
	}
}

func next[T any](t *testing.T, from <-chan T) (out T) {
	t.Helper()
	select {
	case out = <-from:
	case <-time.After(20 * time.Second):
		t.Fatal("nothing came")
	}
	return out
}

func desk(t *testing.T) *notice.Desk {
	var over atomic.Bool // the bus goes with the test, under whatever is still on its way
	t.Cleanup(func() { over.Store(true) })
	return notice.New(notice.Config{
		Name: "Mentorbook", ID: "app.example", Icon: assets.AppIcon(), On: func(do func()) { do() }, Log: func(err error) {
			if !over.Load() {
				t.Error(err)
			}
		},
	})
}

// A message has the program's name and picture, says its text as it is whatever marks stand in it, does what is clicked, and goes when it
// is over.
func TestAMessageOfTheDesktop(t *testing.T) {
	d := newDesktop(t, "body", "body-markup", "actions")
	clicked := make(chan string, 10)
	n := notice.Notice{
		Title: "Иван & <b>co</b>", Body: `<img src="file:///etc/passwd"> & more`,
		Buttons: []notice.Button{{"Open", func() { clicked <- "open" }}, {"Later", func() { clicked <- "later" }}},
	}
	of := desk(t)
	end := of.Show(n)
	got := next(t, d.told)
	if got.name != "Mentorbook" || got.title != n.Title || got.body != `&lt;img src="file:///etc/passwd"&gt; &amp; more` {
		t.Errorf("%+v", got)
	}
	if want := []string{"default", "Open", "0", "Open", "1", "Later"}; !slices.Equal(got.buttons, want) {
		t.Errorf("buttons %q", got.buttons)
	}
	var pixels struct {
		Width, Height, Stride int32
		Alpha                 bool
		Bits, Channels        int32
		Data                  []byte
	}
	if err := got.hints["image-data"].Store(&pixels); err != nil || pixels.Width < 32 || len(pixels.Data) != int(pixels.Stride*pixels.Height) {
		t.Errorf("the picture: %v, %d x %d", err, pixels.Width, pixels.Height)
	}
	for key, want := range map[string]string{"default": "open", "0": "open", "1": "later"} {
		if d.click(t, got.id, key); next(t, clicked) != want {
			t.Errorf("%q did not do %s", key, want)
		}
	}
	second := of.Show(notice.Notice{Title: "Next", Buttons: []notice.Button{{"Open", func() { clicked <- "next" }}}})
	other := next(t, d.told)
	for _, key := range []string{"7", "-1", "", "x"} { // nothing known
		d.click(t, other.id, key)
	}
	d.click(t, other.id+40, "default") // another program's
	if d.click(t, other.id, "default"); next(t, clicked) != "next" || len(clicked) > 0 {
		t.Error("something else was done")
	}
	if end(); next(t, d.ended) != got.id {
		t.Error("another message was ended")
	}
	end()
	if second(); next(t, d.ended) != other.id {
		t.Error("the first was ended twice")
	}
}

// A desktop that knows neither markup nor buttons gets the text as it is, and none.
func TestAPlainDesktop(t *testing.T) {
	d := newDesktop(t, "body")
	desk(t).Show(notice.Notice{Title: "T", Body: "a < b & c", Buttons: []notice.Button{{"Open", func() {}}}})
	if got := next(t, d.told); got.body != "a < b & c" || len(got.buttons) > 0 {
		t.Errorf("%+v", got)
	}
}

// Where there is no bus, or nobody on it shows messages, that is logged, and nothing waits.
func TestWithoutADesktop(t *testing.T) {
	for name, set := range map[string]func(){
		"no bus":     func() { t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "none")) },
		"no desktop": func() { bustest.Start(t) },
	} {
		set()
		logged := make(chan error, 10)
		of := notice.New(notice.Config{Name: "Mentorbook", On: func(do func()) { do() }, Log: func(err error) { logged <- err }})
		end := of.Show(notice.Notice{Title: "T"})
		if err := next(t, logged); err == nil {
			t.Errorf("%s: %v", name, err)
		}
		end()
	}
}
