//go:build linux || freebsd || openbsd || netbsd

package notice

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"

	"mentorbook/cmd/mentorbook/picture"
	"mentorbook/core"
)

// Desk is where messages are shown. Its methods may be called from any goroutine and wait for nothing.
type Desk struct {
	cfg Config

	mu    sync.Mutex // one message after another goes to the bus, and no click is heard before it is known what it does
	bus   *dbus.Conn // nil before the first one, and when the bus has gone
	can   []string   // what the desktop's messages can
	icon  pixels
	shown map[uint32][]Button
}

// New makes a desk. Nothing is connected to before there is something to show.
func New(cfg Config) *Desk { return &Desk{cfg: cfg, shown: map[uint32][]Button{}} }

// pixels is a picture as the protocol has it.
type pixels struct {
	Width, Height, Stride int32
	Alpha                 bool
	Bits, Channels        int32
	Data                  []byte
}

// iconSize is the width and the height of the picture in a message, in pixels: twice what desktops show.
const iconSize = 96

func (d *Desk) dress() {
	small, err := picture.Smaller(d.cfg.Icon, iconSize)
	if err != nil {
		d.cfg.Log(err)
		return
	}
	d.icon = pixels{int32(small.Rect.Dx()), int32(small.Rect.Dy()), int32(small.Stride), true, 8, 4, small.Pix}
}

// What the protocol calls itself and its parts.
const (
	server = "org.freedesktop.Notifications"
	path   = "/org/freedesktop/Notifications"
	click  = "default" // the key of what a click on the message does
)

// askFor is how long the bus may take for an answer.
const askFor = 5 * time.Second

// Show shows a message, and gives what takes it away again. Where the desktop can't show it, that is logged.
func (d *Desk) Show(n Notice) (end func()) {
	told := make(chan uint32, 1)
	go func() {
		id, err := d.show(n)
		if err != nil {
			d.cfg.Log(core.Wrap(core.CodeInternal, err))
		}
		told <- id
	}()
	return sync.OnceFunc(func() {
		go func() {
			if id := <-told; id > 0 {
				d.end(id)
			}
		}()
	})
}

func (d *Desk) show(n Notice) (uint32, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.connect(); err != nil {
		return 0, err
	}
	body := n.Body
	if slices.Contains(d.can, "body-markup") {
		body = plain.Replace(body)
	}
	var buttons []string
	if slices.Contains(d.can, "actions") {
		for i, b := range n.Buttons {
			if i == 0 {
				buttons = append(buttons, click, b.Text)
			}
			buttons = append(buttons, strconv.Itoa(i), b.Text)
		}
	}
	hints := map[string]dbus.Variant{"desktop-entry": dbus.MakeVariant(d.cfg.ID)}
	if d.icon.Width > 0 {
		hints["image-data"] = dbus.MakeVariant(d.icon)
	}
	const anew, usual = uint32(0), int32(-1) // the place of no other message; for as long as the desktop shows messages
	ctx, cancel := context.WithTimeout(context.Background(), askFor)
	defer cancel()
	var id uint32
	err := d.bus.Object(server, path).CallWithContext(ctx, server+".Notify", 0, d.cfg.Name, anew, "", n.Title, body, buttons, hints, usual).Store(&id)
	if err != nil {
		return 0, err
	}
	d.shown[id] = n.Buttons
	return id, nil
}

// plain writes a text so that a desktop that reads markup shows it as it is.
var plain = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// connect finds the bus, where that was not done yet or it has gone, and begins to listen for clicks.
func (d *Desk) connect() error {
	if d.bus != nil && d.bus.Connected() {
		return nil
	}
	bus, err := dbus.SessionBusPrivateNoAutoStartup()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), askFor)
	defer cancel()
	err = func() error {
		if err := bus.Auth(nil); err != nil {
			return err
		}
		if err := bus.Hello(); err != nil {
			return err
		}
		if err := bus.AddMatchSignal(dbus.WithMatchInterface(server), dbus.WithMatchObjectPath(path)); err != nil {
			return err
		}
		return bus.Object(server, path).CallWithContext(ctx, server+".GetCapabilities", 0).Store(&d.can)
	}()
	if err != nil {
		_ = bus.Close()
		return err
	}
	if d.bus = bus; d.icon.Width == 0 {
		d.dress()
	}
	signals := make(chan *dbus.Signal, 16)
	bus.Signal(signals)
	go d.listen(signals)
	return nil
}

// listen does what was clicked, until the bus has gone.
func (d *Desk) listen(signals <-chan *dbus.Signal) {
	for s := range signals {
		var id uint32
		switch {
		case len(s.Body) < 2 || dbus.Store(s.Body[:1], &id) != nil:
		case s.Name == server+".NotificationClosed":
			d.mu.Lock()
			delete(d.shown, id)
			d.mu.Unlock()
		case s.Name == server+".ActionInvoked":
			key, _ := s.Body[1].(string)
			d.clicked(id, key)
		}
	}
}

func (d *Desk) clicked(id uint32, key string) {
	d.mu.Lock()
	buttons := d.shown[id]
	d.mu.Unlock()
	at, err := strconv.Atoi(key)
	if key == click {
		at, err = 0, nil
	}
	if err == nil && at >= 0 && at < len(buttons) && buttons[at].Do != nil {
		d.cfg.On(buttons[at].Do)
	}
}

// end takes a message away, if it is on show still.
func (d *Desk) end(id uint32) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, on := d.shown[id]; !on {
		return
	}
	delete(d.shown, id)
	ctx, cancel := context.WithTimeout(context.Background(), askFor)
	defer cancel()
	if err := d.bus.Object(server, path).CallWithContext(ctx, server+".CloseNotification", 0, id).Err; err != nil {
		d.cfg.Log(core.Wrap(core.CodeInternal, err)) // the desktop has gone with it
	}
}
