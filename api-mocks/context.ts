import type { WrongCodesContext } from './cases/wrong-codes.ts';
import type { ChangesContext } from './events/events.ts';
import type { StreamsContext } from './events/streams.ts';
import type { ScanDelayContext } from './files/scans.ts';
import type { TusContext } from './files/tus.ts';
import type { UploadFolderContext } from './files/upload-files.ts';
import type { AllowedOriginsContext } from './http/cors.ts';
import type { FaultsContext } from './http/faults.ts';
import type { CatalogueUrlContext, PortalUrlContext } from './http/http-server.ts';
import type { InFlightContext } from './http/idempotency.ts';
import type { IdentityContext } from './http/identity.ts';
import type { RateLimitContext } from './http/rate-limiter.ts';
import type { LogContext } from './http/log.ts';
import type { MetricsContext } from './http/metrics.ts';
import type { FeedbackRateLimitContext } from './feedback/feedback.ts';
import type { SessionsContext } from './sign-in/sessions.ts';
import type { ClockContext, WallClockContext } from './store/clock.ts';
import type { DatabaseContext } from './store/database.ts';
import type { PortalDataContext } from './store/portal-data.ts';
import type { KeyContext } from './store/sealing.ts';

/**
 * Everything that one portal consists of. Each room declares its part as a small interface (`DatabaseContext`,
 * `ClockContext`). A function asks only for the parts that it uses: `sendLetter(context: EventContext, …)`.
 * `compose-context.ts` makes all of them once.
 */
export interface PortalContext
  extends
    DatabaseContext,
    KeyContext,
    ClockContext,
    WallClockContext,
    PortalDataContext,
    PortalUrlContext,
    CatalogueUrlContext,
    AllowedOriginsContext,
    IdentityContext,
    RateLimitContext,
    FaultsContext,
    LogContext,
    MetricsContext,
    InFlightContext,
    SessionsContext,
    ChangesContext,
    StreamsContext,
    UploadFolderContext,
    ScanDelayContext,
    TusContext,
    WrongCodesContext,
    FeedbackRateLimitContext {}
