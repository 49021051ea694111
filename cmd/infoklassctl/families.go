package main

// The commands that are about one thing share a small type, which does their
// work within a session.
type (
	actionCommands      struct{ *session } // the action plan
	assetCommands       struct{ *session } // assets, and what is decided about them by hand
	classifyCommands    struct{ *session } // classifications, and what the municipality has agreed on about them
	fileCommands        struct{ *session } // registers as files: made, backed up, restored
	linkCommands        struct{ *session } // the information in systems, and levels set apart from it
	listCommands        struct{ *session } // lists read and written
	logCommands         struct{ *session } // the log, and what it makes possible
	policyCommands      struct{ *session } // what the policy demands
	requirementCommands struct{ *session } // protection requirements and the answers to them
	unitCommands        struct{ *session } // the organisation
)
