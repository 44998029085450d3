package settings

// Licence gives the short name (SPDX) of the licence of a library by its module's path; "" for one that nobody has
// looked at.
func Licence(module string) string {
	switch module {
	case "fyne.io/systray", "github.com/rymdport/portal":
		return "Apache-2.0"
	case "github.com/godbus/dbus/v5":
		return "BSD-2-Clause"
	case "github.com/nfnt/resize":
		return "ISC"
	case "fyne.io/fyne/v2", "github.com/fsnotify/fsnotify", "github.com/fyne-io/image", "github.com/fyne-io/oksvg",
		"github.com/go-gl/glfw/v3.3/glfw", "github.com/go-text/render", "github.com/go-text/typesetting", "github.com/google/uuid",
		"github.com/srwiley/oksvg", "github.com/srwiley/rasterx", "golang.org/x/image", "golang.org/x/net", "golang.org/x/sys", "golang.org/x/text":
		return "BSD-3-Clause"
	case "github.com/BurntSushi/toml", "github.com/adrg/xdg", "github.com/emersion/go-ical", "github.com/emersion/go-message",
		"github.com/emersion/go-vcard", "github.com/fredbi/uri", "github.com/go-gl/gl", "github.com/jeandeaual/go-locale",
		"github.com/jsummers/gobmp", "github.com/jung-kurt/gofpdf", "github.com/kljensen/snowball", "github.com/nicksnyder/go-i18n/v2",
		"github.com/teambition/rrule-go", "github.com/yuin/goldmark", "go.etcd.io/bbolt":
		return "MIT"
	}
	return ""
}
