package drawing

import (
	"errors"
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	wintrust         = windows.NewLazySystemDLL("wintrust.dll")
	providerData     = wintrust.NewProc("WTHelperProvDataFromStateData")
	providerSigner   = wintrust.NewProc("WTHelperGetProvSignerFromChain")
	providerCert     = wintrust.NewProc("WTHelperGetProvCertFromChain")
	errNoPublisher   = errors.New("the signature names no publisher")
	errWrongSigner   = errors.New("signed by somebody else")
	errNoTrustHelper = errors.New("Windows cannot tell who signed")
)

// signedBy accepts a file with a signature that Windows trusts and that the
// publisher made. Nothing is fetched over the network for it.
func signedBy(file, publisher string) error {
	name, err := windows.UTF16PtrFromString(file)
	if err != nil {
		return err
	}
	data := &windows.WinTrustData{
		Size:             uint32(unsafe.Sizeof(windows.WinTrustData{})),
		UIChoice:         windows.WTD_UI_NONE,
		RevocationChecks: windows.WTD_REVOKE_NONE,
		UnionChoice:      windows.WTD_CHOICE_FILE,
		StateAction:      windows.WTD_STATEACTION_VERIFY,
		ProvFlags:        windows.WTD_CACHE_ONLY_URL_RETRIEVAL | windows.WTD_DISABLE_MD2_MD4,
		FileOrCatalogOrBlobOrSgnrOrCert: unsafe.Pointer(&windows.WinTrustFileInfo{
			Size:     uint32(unsafe.Sizeof(windows.WinTrustFileInfo{})),
			FilePath: name,
		}),
	}
	err = windows.WinVerifyTrustEx(windows.InvalidHWND, &windows.WINTRUST_ACTION_GENERIC_VERIFY_V2, data)
	if err == nil {
		err = checkPublisher(data.StateData, publisher)
	}
	data.StateAction = windows.WTD_STATEACTION_CLOSE
	closed := windows.WinVerifyTrustEx(windows.InvalidHWND, &windows.WINTRUST_ACTION_GENERIC_VERIFY_V2, data)
	return errors.Join(err, closed)
}

// checkPublisher reads who signed from the state that a verification left.
func checkPublisher(state windows.Handle, publisher string) error {
	for _, p := range []*windows.LazyProc{providerData, providerSigner, providerCert} {
		if p.Find() != nil {
			return errNoTrustHelper
		}
	}
	provider, _, _ := providerData.Call(uintptr(state))
	if provider == 0 {
		return errNoPublisher
	}
	signer, _, _ := providerSigner.Call(provider, 0, 0, 0)
	if signer == 0 {
		return errNoPublisher
	}
	first, _, _ := providerCert.Call(signer, 0)
	if first == 0 {
		return errNoPublisher
	}
	// CRYPT_PROVIDER_CERT begins with its size and the certificate. It lives in
	// memory of Windows until the state is closed.
	cert := **(**struct {
		size    uint32
		context *windows.CertContext
	})(unsafe.Pointer(&first))
	if cert.context == nil {
		return errNoPublisher
	}
	var name [256]uint16
	windows.CertGetNameString(cert.context, windows.CERT_NAME_SIMPLE_DISPLAY_TYPE, 0, nil, &name[0], uint32(len(name)))
	if by := windows.UTF16ToString(name[:]); by != publisher {
		return fmt.Errorf("%w: %q, not %q", errWrongSigner, by, publisher)
	}
	return nil
}
