import type { GuessesContext } from './cases/codes.ts';
import type { ChangesContext } from './events/events.ts';
import type { StreamsContext } from './events/streams.ts';
import type { ScanDelayContext } from './files/scans.ts';
import type { TusContext } from './files/tus.ts';
import type { FolderContext } from './files/upload-files.ts';
import type { OriginsContext } from './http/cors.ts';
import type { FaultsContext } from './http/faults.ts';
import type { UrlContext } from './http/http-server.ts';
import type { InFlightContext } from './http/idempotency.ts';
import type { IdentityContext } from './http/identity.ts';
import type { LimitsContext } from './http/limits.ts';
import type { LogContext } from './http/log.ts';
import type { MetricsContext } from './http/metrics.ts';
import type { FeedbackLimitsContext } from './opinions/feedback.ts';
import type { SessionsContext } from './sign-in/sessions.ts';
import type { ClockContext, WallClockContext } from './store/clock.ts';
import type { DatabaseContext } from './store/database.ts';
import type { DataContext } from './store/portal-data.ts';
import type { KeyContext } from './store/sealed.ts';

/** All that there is of one portal: each room says what it owns, and a function asks for what it uses. */
export interface PortalContext
  extends
    DatabaseContext,
    KeyContext,
    ClockContext,
    WallClockContext,
    DataContext,
    UrlContext,
    OriginsContext,
    IdentityContext,
    LimitsContext,
    FaultsContext,
    LogContext,
    MetricsContext,
    InFlightContext,
    SessionsContext,
    ChangesContext,
    StreamsContext,
    FolderContext,
    ScanDelayContext,
    TusContext,
    GuessesContext,
    FeedbackLimitsContext {}
