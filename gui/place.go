package gui

// Place is a page of the window, as it is remembered between starts.
type Place string

// The places. Asset, form, import, unit and handover are about one thing and not in the navigation.
const (
	Overview       Place = "overview"
	Assets         Place = "assets"
	Classification Place = "classification"
	Requirements   Place = "requirements"
	Actions        Place = "actions"
	Organisation   Place = "organisation"
	Duties         Place = "duties"
	Governance     Place = "governance"
	Reports        Place = "reports"
	Log            Place = "log"
	Settings       Place = "settings"
	Help           Place = "help"
	AssetPage      Place = "asset"
	Form           Place = "form"
	Catalogue      Place = "catalogue"
	Import         Place = "import"
	UnitPage       Place = "unit"
	Handover       Place = "handover"
	Start          Place = "start"
)

// mainPlaces are the places at the top of the navigation, in order.
var mainPlaces = []Place{Overview, Assets, Classification, Requirements, Actions, Duties, Organisation, Governance, Reports, Log}

// keyedPlaces are those with a key, Ctrl+1 and onwards: there are nine such keys.
var keyedPlaces = mainPlaces[:9]

// footPlaces are the places at its foot.
var footPlaces = []Place{Settings, Help}

// home is the place of the navigation that a page about one thing belongs to.
func (p Place) home() Place {
	switch p {
	case AssetPage, Import:
		return Assets
	case UnitPage, Handover:
		return Organisation
	case Catalogue:
		return Requirements
	case Form:
		return Classification
	}
	return p
}
