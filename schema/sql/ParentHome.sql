-- ParentHome, asked as parent: answered by statement
-- Not by statement for guest (refused)

-- WaitlistEntry
select _row."id" as v0
from waitlist_entry _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      _row.guardian_id = $2::uuid
      and (
        (
          select
            (
              select
                exists (
                  select 1
                  from audience_target t
                  where
                    t.audience_id = act.audience_id
                    and t.key = any ($3::text[])
                )
              from volunteer_activity act
              where act.id = sft.activity_id
            )
          from shift sft
          where sft.id = _row.shift_id
        )
        or (
          _row.status not in ('WAITING', 'OFFERED')
          and (
            select
              (
                sft.school_id = any ($4::uuid[])
                or (
                  sft.school_id is null
                  and sft.district_id = any ($5::uuid[])
                )
              )
            from shift sft
            where sft.id = _row.shift_id
          )
        )
        or (
          select sft.starts_at <= $6::timestamptz
          from shift sft
          where sft.id = _row.shift_id
        )
      )
    )
  );

-- the whole query, for guardian (as parent)
-- _l0: Viewer.tasks
-- _r0: Viewer.guardian
-- _l1: Guardian.children
-- _r1: Student.school
-- _r2: Student.currentClass
-- _l2: SchoolClass.meetings
-- _l3: Meeting.replies
-- _l4: SchoolClass.shifts
-- _r3: Shift.activity
-- _l5: Shift.roles
-- _l6: Guardian.timetable
-- _l7: Guardian.courses
with
  _task as materialized (
    select
      tsk.*,
      $1::uuid as person_id,
      coalesce(tsk.due_at, timestamptz '9999-12-31') as urgent_by
    from
      (
        select
          ntc.id,
          ntc.created_at,
          ntc.kind,
          ntc.about_prefix,
          ntc.about_id,
          case ntc.kind
            when $2::text then (
              select rqs.expires_at
              from role_request rqs
              where rqs.id = ntc.about_id
            )
            when $3::text then (
              select ajn.expires_at
              from account_join ajn
              where ajn.id = ntc.about_id
            )
            when $4::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $5::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $6::text then (
              select sti.expires_at
              from stand_in sti
              where sti.id = ntc.about_id
            )
          end as due_at
        from notice ntc
        where
          (
            ntc.waiting
            and ntc.person_id = $1::uuid
            and (
              (
                ntc.rests_on is null
                or ntc.rests_on && $7::text[]
              )
              and (
                ntc.shown_until is null
                or ntc.shown_until > $8::timestamptz
              )
            )
          )
        union all
        select
          md5($9::text || own.id)::uuid,
          own.since,
          $10::text,
          $11::text,
          own.id,
          own.due
        from
          (
            select
              wle.id,
              wle.offered_at as since,
              wle.offer_expires_at as due
            from waitlist_entry wle
            where
              (
                wle.guardian_id = $12::uuid
                and wle.status = 'OFFERED'
                and wle.offer_expires_at > $8::timestamptz
                and (
                  wle.guardian_id = $12::uuid
                  and (
                    (
                      select
                        (
                          select
                            exists (
                              select 1
                              from audience_target t
                              where
                                t.audience_id = act.audience_id
                                and t.key = any ($13::text[])
                            )
                          from volunteer_activity act
                          where act.id = sft.activity_id
                        )
                      from shift sft
                      where sft.id = wle.shift_id
                    )
                    or (
                      wle.status not in ('WAITING', 'OFFERED')
                      and (
                        select
                          (
                            sft.school_id = any ($14::uuid[])
                            or (
                              sft.school_id is null
                              and sft.district_id = any ($15::uuid[])
                            )
                          )
                        from shift sft
                        where sft.id = wle.shift_id
                      )
                    )
                    or (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = wle.shift_id
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($16::text || own.id)::uuid,
          own.since,
          $17::text,
          $18::text,
          own.id,
          own.due
        from
          (
            select
              sgn.id,
              coalesce(
                (
                  select max(ntc.created_at)
                  from notice ntc
                  where
                    ntc.person_id = sgn.person_id
                    and ntc.about_id = sgn.shift_id
                    and ntc.kind = 'volunteering.shift-moved'
                    and ntc.rests_on is distinct from '{}'
                ),
                sgn.signed_up_at
              ) as since,
              sgn.reconfirm_until as due
            from signup sgn
            where
              (
                sgn.guardian_id = $12::uuid
                and sgn.reconfirm_until > $8::timestamptz
                and sgn.status in ('PENDING', 'CONFIRMED')
                and (
                  sgn.guardian_id = $12::uuid
                  and (
                    sgn.status in ('CANCELLED', 'REJECTED')
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
                        and res.kind = 'SHIFT_SIGNUP'
                        and res.status = 'ACTIVE'
                        and (
                          res.rests_on is null
                          or res.rests_on && $13::text[]
                        )
                    )
                    or (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($19::text || own.id)::uuid,
          own.since,
          $20::text,
          $21::text,
          own.id,
          own.due
        from
          (
            select
              sti.id,
              sti.offered_at as since,
              sti.expires_at as due
            from stand_in sti
            where
              (
                sti.to_id = $12::uuid
                and sti.status = 'OFFERED'
                and sti.expires_at > $8::timestamptz
                and (
                  (
                    sti.to_id = $12::uuid
                    and (
                      (
                        select
                          (
                            select
                              exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = act.audience_id
                                  and t.key = any ($13::text[])
                              )
                            from volunteer_activity act
                            where act.id = sft.activity_id
                          )
                        from shift sft
                        where sft.id = sti.shift_id
                      )
                      or (
                        sti.status not in ('OFFERED', 'PENDING')
                        and (
                          select
                            (
                              sft.school_id = any ($14::uuid[])
                              or (
                                sft.school_id is null
                                and sft.district_id = any ($15::uuid[])
                              )
                            )
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                      )
                      or (
                        select sft.starts_at <= $8::timestamptz
                        from shift sft
                        where sft.id = sti.shift_id
                      )
                    )
                  )
                  or (
                    (
                      select sgn.guardian_id = $12::uuid
                      from signup sgn
                      where sgn.id = sti.signup_id
                    )
                    and (
                      exists (
                        select 1
                        from engagement res
                        where
                          res.source_id = sti.signup_id
                          and res.kind = 'SHIFT_SIGNUP'
                          and res.status = 'ACTIVE'
                          and (
                            res.rests_on is null
                            or res.rests_on && $13::text[]
                          )
                      )
                      or (
                        (
                          select
                            (
                              select
                                exists (
                                  select 1
                                  from audience_target t
                                  where
                                    t.audience_id = act.audience_id
                                    and t.key = any ($13::text[])
                                )
                              from volunteer_activity act
                              where act.id = sft.activity_id
                            )
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                        or (
                          sti.status not in ('OFFERED', 'PENDING')
                          and (
                            select
                              (
                                sft.school_id = any ($14::uuid[])
                                or (
                                  sft.school_id is null
                                  and sft.district_id = any ($15::uuid[])
                                )
                              )
                            from shift sft
                            where sft.id = sti.shift_id
                          )
                        )
                        or (
                          select sft.starts_at <= $8::timestamptz
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                      )
                    )
                  )
                )
              )
          ) own
      ) tsk
  )
select
  case
    when $22::uuid is null
    or $22::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."due_at"::text || '"', 'null') || ',"' || _l0."about_id"::text || '",' || right(json_build_array(_l0."kind", _l0."about_prefix")::text, -1)
            ),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from _task _l0
            where
              (
                _l0."person_id" = $23::uuid
                and _l0.person_id = $1::uuid
                and true
              )
            order by
              _l0."urgent_by" asc,
              _l0."created_at" asc,
              _l0."id" asc
            limit $24::int
          ) _l0
      ),
      'null'
    ) || ',' || coalesce(
      (
        select (count(*)::int)::text
        from _task _l0
        where
          (
            _l0."person_id" = $25::uuid
            and _l0.person_id = $1::uuid
            and true
          )
      ),
      'null'
    ) || ']' || ',' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l1."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select '[' || string_agg('["' || _l3."id"::text || '","' || _l3."answer"::text || '",' || _l3."attendee_count"::text || ']', ',') || ']'
                                    from
                                      (
                                        select _l3.*
                                        from meeting_reply _l3
                                        where
                                          (
                                            _l3."meeting_id" = _l2.id
                                            and (
                                              _l3.household_id = any ($26::uuid[])
                                              and _l3.invitation_id = any (
                                                array(
                                                  select inv.id
                                                  from
                                                    meeting_invitation_student ivs
                                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                                  where
                                                    ivs.ended_at is null
                                                    and ivs.student_id = any ($27::uuid[])
                                                    and inv.household_id = any ($26::uuid[])
                                                    and inv.status = 'INVITED'
                                                )
                                              )
                                            )
                                            and _l3.superseded_at is null
                                            and true
                                          )
                                        order by
                                          _l3."replied_at" desc,
                                          _l3."id" desc
                                        limit $28::int
                                      ) _l3
                                  ),
                                  case
                                    when (
                                      _l2.id = any (
                                        array(
                                          select inv.meeting_id
                                          from
                                            meeting_invitation_student ivs
                                            join meeting_invitation inv on inv.id = ivs.invitation_id
                                          where
                                            ivs.ended_at is null
                                            and ivs.student_id = any ($27::uuid[])
                                            and inv.household_id = any ($26::uuid[])
                                            and inv.status = 'INVITED'
                                        )
                                      )
                                    ) is not true then 'false'
                                    else 'null'
                                  end
                                ) || ',' || (
                                  '"' || _l2."id"::text || '","' || _l2."kind"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || coalesce('"' || _l2."reply_by"::text || '"', 'null') || ',' || right(json_build_array(_l2."title", _l2."place")::text, -1)
                                ),
                                ','
                              ) || ']'
                            from
                              (
                                select _l2.*
                                from
                                  meeting_class _link
                                  join meeting _l2 on _l2.id = _link."meeting_id"
                                where
                                  (
                                    _link."school_class_id" = _r2.id
                                    and (
                                      _l2.published_at is not null
                                      and _l2.id = any (
                                        array(
                                          select inv.meeting_id
                                          from
                                            meeting_invitation_student ivs
                                            join meeting_invitation inv on inv.id = ivs.invitation_id
                                          where
                                            ivs.ended_at is null
                                            and ivs.student_id = any ($27::uuid[])
                                            and inv.household_id = any ($26::uuid[])
                                            and inv.status = 'INVITED'
                                        )
                                      )
                                    )
                                    and _l2."starts_at" >= $29
                                  )
                                order by
                                  _l2."starts_at" asc,
                                  _l2."id" asc
                                limit $30::int
                              ) _l2
                          ),
                          'null'
                        ) || ',' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select '["' || _r3."id"::text || '","' || _r3."kind"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                                    from volunteer_activity _r3
                                    where
                                      (
                                        _r3.id = _l4."activity_id"
                                        and (
                                          _r3.published_at is not null
                                          and (
                                            _r3.school_id = any ($14::uuid[])
                                            or (
                                              _r3.school_id is null
                                              and _r3.district_id = any ($15::uuid[])
                                            )
                                          )
                                        )
                                      )
                                  ),
                                  'null'
                                ) || ',' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l5."id"::text || '",' || _l5."capacity"::text || ',' || _l5."places_taken"::text || ',' || _l5."approval_required"::text || ',' || right(
                                          json_build_array(
                                            _l5."name",
                                            (false),
                                            (
                                              select
                                                json_build_array(
                                                  _l4._v0,
                                                  _l5.capacity,
                                                  _l5.places_taken + case
                                                    when _l5.approval_required
                                                    and exists (
                                                      select 1
                                                      from waitlist_entry wle
                                                      where
                                                        wle.role_id = _l5.id
                                                        and wle.status = 'WAITING'
                                                    ) then (
                                                      select count(*)
                                                      from signup sgn
                                                      where
                                                        sgn.role_id = _l5.id
                                                        and sgn.status = 'PENDING'
                                                    )
                                                    else 0
                                                  end,
                                                  (
                                                    _l5.qualification is null
                                                    or exists (
                                                      select 1
                                                      from volunteer_qualification qual
                                                      where
                                                        qual.person_id = $1::uuid
                                                        and qual.name = _l5.qualification
                                                        and qual.district_id = _l4.district_id
                                                        and qual.revoked_at is null
                                                        and $31::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                                    )
                                                  )
                                                )
                                            )
                                          )::text,
                                          -1
                                        ),
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l5.*
                                        from shift_role _l5
                                        where
                                          (
                                            _l5."shift_id" = _l4.id
                                            and true
                                          )
                                        order by
                                          _l5."ordinal" asc,
                                          _l5."id" asc
                                        limit $32::int
                                      ) _l5
                                  ),
                                  'null'
                                ) || ',' || (
                                  '"' || _l4."id"::text || '","' || _l4."status"::text || '","' || _l4."starts_at"::text || '","' || _l4."ends_at"::text || '","' || _l4."signup_opens_at"::text || '","' || _l4."signup_closes_at"::text || '",' || right(json_build_array(_l4."place")::text, -1)
                                ),
                                ','
                              ) || ']'
                            from
                              (
                                select
                                  _l4.*,
                                  (
                                    select
                                      json_build_array(
                                        _l4.status = 'SCHEDULED',
                                        _l4.signup_opens_at,
                                        case
                                          when act.kind = 'PARENT_LECTURE'
                                          and exists (
                                            select 1
                                            from parent_lecture plc
                                            where plc.shift_id = _l4.id
                                          ) then _l4.published_at
                                          else _l4.signup_closes_at
                                        end,
                                        _l4.starts_at,
                                        exists (
                                          select 1
                                          from signup sgn
                                          where
                                            sgn.person_id = $1::uuid
                                            and sgn.shift_id = _l4.id
                                            and sgn.status in ('PENDING', 'CONFIRMED')
                                        ),
                                        exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = act.audience_id
                                            and t.key = any ($13::text[])
                                        ),
                                        (
                                          select max(sus.ends_at)
                                          from volunteer_suspension sus
                                          where
                                            sus.person_id = $1::uuid
                                            and sus.district_id = _l4.district_id
                                            and (
                                              sus.school_id is null
                                              or sus.school_id = _l4.school_id
                                            )
                                            and sus.lifted_at is null
                                            and sus.starts_at <= $8::timestamptz
                                        ),
                                        coalesce(
                                          tstzrange (_l4.starts_at, _l4.ends_at) && (
                                            select range_agg(eng.during)
                                            from engagement eng
                                            where
                                              eng.subject = $1::uuid
                                              and eng.status = 'ACTIVE'
                                          ),
                                          false
                                        )
                                      )
                                    from volunteer_activity act
                                    where act.id = _l4.activity_id
                                  ) as _v0
                                from
                                  (
                                    select _l4.*
                                    from shift _l4
                                    where
                                      (
                                        (
                                          _l4.school_id = _r2.school_id
                                          or (
                                            _l4.school_id is null
                                            and _l4.district_id = (
                                              select sch.district_id
                                              from school sch
                                              where sch.id = _r2.school_id
                                            )
                                          )
                                        )
                                        and (
                                          select act.audience_id
                                          from volunteer_activity act
                                          where act.id = _l4.activity_id
                                        ) = any (
                                          array(
                                            select tgt.audience_id
                                            from
                                              school sch
                                              join grade grd on grd.id = _r2.grade_id
                                              join audience_target tgt on tgt.key = any (
                                                array[
                                                  'class:' || _r2.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              )
                                            where sch.id = _r2.school_id
                                          )
                                        )
                                        and (
                                          _l4.published_at is not null
                                          and (
                                            _l4.school_id = any ($14::uuid[])
                                            or (
                                              _l4.school_id is null
                                              and _l4.district_id = any ($15::uuid[])
                                            )
                                          )
                                        )
                                        and (
                                          _l4."starts_at" >= $33
                                          and _l4."status" = $34
                                        )
                                      )
                                    order by
                                      _l4."starts_at" asc,
                                      _l4."id" asc
                                    limit $35::int
                                  ) _l4
                                offset
                                  0
                              ) _l4
                          ),
                          'null'
                        ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1))
                      from school_class _r2
                      where
                        (
                          _r2.id in (
                            select m.school_class_id
                            from
                              class_membership m
                              join school_year y on y.id = m.school_year_id
                            where
                              m.student_id = _l1.id
                              and m.status = 'ACTIVE'
                              and $31::date between y.starts_on and y.ends_on
                          )
                          and (
                            _r2.school_id = any ($14::uuid[])
                            or _r2.id = any ($36::uuid[])
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from
                    guardianship _link
                    join student _l1 on _l1.id = _link."student_id"
                  where
                    (
                      (
                        _link."guardian_id" = _r0.id
                        and _link.status = 'ACTIVE'
                        and _link.data_access
                        and _link.valid_from <= $31::date
                        and (
                          _link.valid_to is null
                          or _link.valid_to >= $31::date
                        )
                      )
                      and _l1.id = any ($27::uuid[])
                      and true
                    )
                  order by
                    _l1."name_key" asc,
                    _l1."id" asc
                  limit $37::int
                ) _l1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l6."id"::text || '","' || _l6."kind"::text || '","' || _l6."starts_at"::text || '","' || _l6."ends_at"::text || '",' || right(json_build_array(_l6."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l6.*
                  from engagement _l6
                  where
                    (
                      _l6.person_id = _r0.person_id
                      and (
                        _l6.person_id = $1::uuid
                        and (
                          _l6.rests_on is null
                          or _l6.rests_on && $7::text[]
                        )
                      )
                      and _l6.status = 'ACTIVE'
                      and _l6."starts_at" >= $38
                    )
                  order by
                    _l6."starts_at" asc,
                    _l6."id" asc
                  limit $39::int
                ) _l6
            ),
            case
              when (_r0.id = $12::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l7."id"::text || '",' || coalesce('"' || _l7."published_at"::text || '"', 'null') || ',' || right(
                    json_build_array(
                      _l7."title",
                      (
                        select ceil(sum(lsn.duration_seconds) / 60.0)::int
                        from
                          course_edition pub
                          join lesson lsn on lsn.edition_id = pub.id
                        where
                          pub.course_id = _l7.id
                          and pub.status = 'PUBLISHED'
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l7.*
                  from course _l7
                  where
                    (
                      _l7.audience_id in (
                        select tgt.audience_id
                        from
                          guardianship gsh
                          join class_membership mbs on mbs.student_id = gsh.student_id
                          and mbs.status = 'ACTIVE'
                          join school_class cls on cls.id = mbs.school_class_id
                          join school_year yr on yr.id = cls.school_year_id
                          and $31::date between yr.starts_on and yr.ends_on
                          join school sch on sch.id = cls.school_id
                          join grade grd on grd.id = cls.grade_id
                          join audience_target tgt on tgt.key = any (
                            array[
                              'class:' || cls.id,
                              'school:' || sch.id,
                              'school:' || sch.id || ':grade:' || grd.id,
                              'school:' || sch.id || ':stage:' || grd.stage,
                              'district:' || sch.district_id,
                              'district:' || sch.district_id || ':grade:' || grd.id,
                              'district:' || sch.district_id || ':stage:' || grd.stage
                            ]
                          )
                        where
                          gsh.guardian_id = _r0.id
                          and gsh.status = 'ACTIVE'
                          and gsh.data_access
                          and gsh.valid_from <= $31::date
                          and (
                            gsh.valid_to is null
                            or gsh.valid_to >= $31::date
                          )
                          and gsh.student_id = any ($27::uuid[])
                      )
                      and (
                        (
                          _l7.created_by_id = $40::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $40::uuid
                              and own.ended_at is null
                              and own.valid_from <= $31::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $31::date
                              )
                              and (
                                own.school_id = _l7.school_id
                                or (
                                  _l7.school_id is null
                                  and coalesce(_l7.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                        or (
                          (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l7.id
                              and pub.status = 'PUBLISHED'
                          )
                          and (
                            _l7.is_public
                            or exists (
                              select 1
                              from audience_target t
                              where
                                t.audience_id = _l7.audience_id
                                and t.key = any ($13::text[])
                            )
                          )
                        )
                      )
                      and (
                        select true
                        from course_edition pub
                        where
                          pub.course_id = _l7.id
                          and pub.status = 'PUBLISHED'
                      )
                      and true
                    )
                  order by
                    _l7."listed_at" desc,
                    _l7."id" desc
                  limit $41::int
                ) _l7
            ),
            'null'
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select json_build_array(p.name, p.phone, p.phone_verified_at)
                  from person p
                  where p.id = _r0.person_id
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $42::uuid
            and (
              _r0.id = $12::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($26::uuid[])
                    and hst.student_id = any ($27::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $31::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $31::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _l0: Viewer.tasks
-- _r0: Viewer.guardian
with
  _task as materialized (
    select
      tsk.*,
      $1::uuid as person_id,
      coalesce(tsk.due_at, timestamptz '9999-12-31') as urgent_by
    from
      (
        select
          ntc.id,
          ntc.created_at,
          ntc.kind,
          ntc.about_prefix,
          ntc.about_id,
          case ntc.kind
            when $2::text then (
              select rqs.expires_at
              from role_request rqs
              where rqs.id = ntc.about_id
            )
            when $3::text then (
              select ajn.expires_at
              from account_join ajn
              where ajn.id = ntc.about_id
            )
            when $4::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $5::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $6::text then (
              select sti.expires_at
              from stand_in sti
              where sti.id = ntc.about_id
            )
          end as due_at
        from notice ntc
        where
          (
            ntc.waiting
            and ntc.person_id = $1::uuid
            and (
              (
                ntc.rests_on is null
                or ntc.rests_on && $7::text[]
              )
              and (
                ntc.shown_until is null
                or ntc.shown_until > $8::timestamptz
              )
            )
          )
      ) tsk
  )
select
  case
    when $9::uuid is null
    or $9::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."due_at"::text || '"', 'null') || ',"' || _l0."about_id"::text || '",' || right(json_build_array(_l0."kind", _l0."about_prefix")::text, -1)
            ),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from _task _l0
            where
              (
                _l0."person_id" = $10::uuid
                and _l0.person_id = $1::uuid
                and true
              )
            order by
              _l0."urgent_by" asc,
              _l0."created_at" asc,
              _l0."id" asc
            limit $11::int
          ) _l0
      ),
      'null'
    ) || ',' || coalesce(
      (
        select (count(*)::int)::text
        from _task _l0
        where
          (
            _l0."person_id" = $12::uuid
            and _l0.person_id = $1::uuid
            and true
          )
      ),
      'null'
    ) || ']' || ',' || coalesce(
      (
        select 'null'
        from guardian _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Viewer.tasks
-- _r0: Viewer.guardian
-- _l1: Guardian.children
-- _r1: Student.school
-- _r2: Student.currentClass
-- _l2: SchoolClass.meetings
-- _l3: Meeting.replies
-- _l4: SchoolClass.shifts
-- _r3: Shift.activity
-- _l5: Shift.roles
-- _l6: Guardian.timetable
-- _l7: Guardian.courses
with
  _task as materialized (
    select
      tsk.*,
      $1::uuid as person_id,
      coalesce(tsk.due_at, timestamptz '9999-12-31') as urgent_by
    from
      (
        select
          ntc.id,
          ntc.created_at,
          ntc.kind,
          ntc.about_prefix,
          ntc.about_id,
          case ntc.kind
            when $2::text then (
              select rqs.expires_at
              from role_request rqs
              where rqs.id = ntc.about_id
            )
            when $3::text then (
              select ajn.expires_at
              from account_join ajn
              where ajn.id = ntc.about_id
            )
            when $4::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $5::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $6::text then (
              select sti.expires_at
              from stand_in sti
              where sti.id = ntc.about_id
            )
          end as due_at
        from notice ntc
        where
          (
            ntc.waiting
            and ntc.person_id = $1::uuid
            and (
              (
                ntc.rests_on is null
                or ntc.rests_on && $7::text[]
              )
              and (
                ntc.shown_until is null
                or ntc.shown_until > $8::timestamptz
              )
            )
          )
        union all
        select
          md5($9::text || own.id)::uuid,
          own.since,
          $10::text,
          $11::text,
          own.id,
          own.due
        from
          (
            select
              wle.id,
              wle.offered_at as since,
              wle.offer_expires_at as due
            from waitlist_entry wle
            where
              (
                wle.guardian_id = $12::uuid
                and wle.status = 'OFFERED'
                and wle.offer_expires_at > $8::timestamptz
                and (
                  wle.guardian_id = $12::uuid
                  and (
                    (
                      select
                        (
                          select
                            exists (
                              select 1
                              from audience_target t
                              where
                                t.audience_id = act.audience_id
                                and t.key = any ($13::text[])
                            )
                          from volunteer_activity act
                          where act.id = sft.activity_id
                        )
                      from shift sft
                      where sft.id = wle.shift_id
                    )
                    or (
                      wle.status not in ('WAITING', 'OFFERED')
                      and (
                        select
                          (
                            sft.school_id = any ($14::uuid[])
                            or (
                              sft.school_id is null
                              and sft.district_id = any ($15::uuid[])
                            )
                          )
                        from shift sft
                        where sft.id = wle.shift_id
                      )
                    )
                    or (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = wle.shift_id
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($16::text || own.id)::uuid,
          own.since,
          $17::text,
          $18::text,
          own.id,
          own.due
        from
          (
            select
              sgn.id,
              coalesce(
                (
                  select max(ntc.created_at)
                  from notice ntc
                  where
                    ntc.person_id = sgn.person_id
                    and ntc.about_id = sgn.shift_id
                    and ntc.kind = 'volunteering.shift-moved'
                    and ntc.rests_on is distinct from '{}'
                ),
                sgn.signed_up_at
              ) as since,
              sgn.reconfirm_until as due
            from signup sgn
            where
              (
                sgn.guardian_id = $12::uuid
                and sgn.reconfirm_until > $8::timestamptz
                and sgn.status in ('PENDING', 'CONFIRMED')
                and (
                  sgn.guardian_id = $12::uuid
                  and (
                    sgn.status in ('CANCELLED', 'REJECTED')
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
                        and res.kind = 'SHIFT_SIGNUP'
                        and res.status = 'ACTIVE'
                        and (
                          res.rests_on is null
                          or res.rests_on && $13::text[]
                        )
                    )
                    or (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($19::text || own.id)::uuid,
          own.since,
          $20::text,
          $21::text,
          own.id,
          own.due
        from
          (
            select
              sti.id,
              sti.offered_at as since,
              sti.expires_at as due
            from stand_in sti
            where
              (
                sti.to_id = $12::uuid
                and sti.status = 'OFFERED'
                and sti.expires_at > $8::timestamptz
                and (
                  (
                    sti.to_id = $12::uuid
                    and (
                      (
                        select
                          (
                            select
                              exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = act.audience_id
                                  and t.key = any ($13::text[])
                              )
                            from volunteer_activity act
                            where act.id = sft.activity_id
                          )
                        from shift sft
                        where sft.id = sti.shift_id
                      )
                      or (
                        sti.status not in ('OFFERED', 'PENDING')
                        and (
                          select
                            (
                              sft.school_id = any ($14::uuid[])
                              or (
                                sft.school_id is null
                                and sft.district_id = any ($15::uuid[])
                              )
                            )
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                      )
                      or (
                        select sft.starts_at <= $8::timestamptz
                        from shift sft
                        where sft.id = sti.shift_id
                      )
                    )
                  )
                  or (
                    (
                      select sgn.guardian_id = $12::uuid
                      from signup sgn
                      where sgn.id = sti.signup_id
                    )
                    and (
                      exists (
                        select 1
                        from engagement res
                        where
                          res.source_id = sti.signup_id
                          and res.kind = 'SHIFT_SIGNUP'
                          and res.status = 'ACTIVE'
                          and (
                            res.rests_on is null
                            or res.rests_on && $13::text[]
                          )
                      )
                      or (
                        (
                          select
                            (
                              select
                                exists (
                                  select 1
                                  from audience_target t
                                  where
                                    t.audience_id = act.audience_id
                                    and t.key = any ($13::text[])
                                )
                              from volunteer_activity act
                              where act.id = sft.activity_id
                            )
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                        or (
                          sti.status not in ('OFFERED', 'PENDING')
                          and (
                            select
                              (
                                sft.school_id = any ($14::uuid[])
                                or (
                                  sft.school_id is null
                                  and sft.district_id = any ($15::uuid[])
                                )
                              )
                            from shift sft
                            where sft.id = sti.shift_id
                          )
                        )
                        or (
                          select sft.starts_at <= $8::timestamptz
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                      )
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($22::text || own.id)::uuid,
          own.since,
          $23::text,
          $24::text,
          own.id,
          own.due
        from
          (
            select
              sft.id,
              min(sgn.signed_up_at) as since,
              sft.starts_at as due
            from
              (
                select coming.*
                from shift coming
                where
                  coming.school_id = any ($25::uuid[] || $26::uuid[])
                  and coming.starts_at > $8::timestamptz
                union all
                select coming.*
                from shift coming
                where
                  coming.school_id is null
                  and coming.district_id = any ($27::uuid[])
                  and coming.starts_at > $8::timestamptz
              ) sft
              join signup sgn on sgn.shift_id = sft.id
              and sgn.status = 'PENDING'
            where
              (
                sft.status = 'SCHEDULED'
                and sgn.person_id is distinct from $1::uuid
                and (
                  (
                    sft.school_id = any ($26::uuid[])
                    and (
                      select act.organiser_id = $28::uuid
                      from volunteer_activity act
                      where act.id = sft.activity_id
                    )
                  )
                  or sft.school_id = any ($25::uuid[])
                  or (
                    sft.school_id is null
                    and sft.district_id = any ($27::uuid[])
                  )
                )
                and (
                  sgn.status not in ('PENDING', 'CONFIRMED')
                  or (
                    (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
                        and res.kind = 'SHIFT_SIGNUP'
                        and res.status = 'ACTIVE'
                        and (
                          res.rests_on is null
                          or res.rests_on && array(
                            select distinct
                              aky.key
                            from
                              guardianship gsh
                              join class_membership cms on cms.student_id = gsh.student_id
                              and cms.status = 'ACTIVE'
                              join school_class cls on cls.id = cms.school_class_id
                              join grade grd on grd.id = cls.grade_id
                              join school sch on sch.id = cls.school_id
                              join school_year scy on scy.id = cls.school_year_id
                              and $29::date between scy.starts_on and scy.ends_on
                              cross join lateral unnest(
                                array[
                                  'class:' || cls.id,
                                  'school:' || sch.id,
                                  'school:' || sch.id || ':grade:' || grd.id,
                                  'school:' || sch.id || ':stage:' || grd.stage,
                                  'district:' || sch.district_id,
                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                ]
                              ) as aky (key)
                            where
                              gsh.guardian_id = sgn.guardian_id
                              and gsh.status = 'ACTIVE'
                              and gsh.data_access
                              and gsh.valid_from <= $29::date
                              and (
                                gsh.valid_to is null
                                or gsh.valid_to >= $29::date
                              )
                          )
                        )
                    )
                    or (
                      select
                        exists (
                          select 1
                          from
                            guardianship tie
                            join student stu on stu.id = tie.student_id
                            and stu.left_on is null
                            join school sch on sch.id = stu.school_id
                          where
                            tie.guardian_id = sgn.guardian_id
                            and tie.status = 'ACTIVE'
                            and tie.data_access
                            and tie.valid_from <= $29::date
                            and (
                              tie.valid_to is null
                              or tie.valid_to >= $29::date
                            )
                            and (
                              sch.id = sft.school_id
                              or sft.school_id is null
                              and sch.district_id = sft.district_id
                            )
                            and not exists (
                              select 1
                              from
                                class_membership cms
                                join school_year scy on scy.id = cms.school_year_id
                              where
                                cms.student_id = stu.id
                                and cms.status = 'ACTIVE'
                                and $29::date between scy.starts_on and scy.ends_on
                            )
                        )
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                  or exists (
                    select 1
                    from attendance att
                    where
                      att.signup_id = sgn.id
                      and att.checked_in_at is not null
                  )
                )
              )
            group by
              sft.id,
              sft.starts_at
          ) own
      ) tsk
  )
select
  case
    when $30::uuid is null
    or $30::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."due_at"::text || '"', 'null') || ',"' || _l0."about_id"::text || '",' || right(json_build_array(_l0."kind", _l0."about_prefix")::text, -1)
            ),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from _task _l0
            where
              (
                _l0."person_id" = $31::uuid
                and _l0.person_id = $1::uuid
                and true
              )
            order by
              _l0."urgent_by" asc,
              _l0."created_at" asc,
              _l0."id" asc
            limit $32::int
          ) _l0
      ),
      'null'
    ) || ',' || coalesce(
      (
        select (count(*)::int)::text
        from _task _l0
        where
          (
            _l0."person_id" = $33::uuid
            and _l0.person_id = $1::uuid
            and true
          )
      ),
      'null'
    ) || ']' || ',' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l1."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l3."id"::text || '","' || _l3."answer"::text || '",' || _l3."attendee_count"::text || ',' || right(
                                          json_build_array(
                                            (
                                              select coalesce(json_agg(pupil.id), '[]')
                                              from
                                                (
                                                  select hst.student_id
                                                  from household_student hst
                                                  where hst.household_id = _l3.household_id
                                                ) pupil (id)
                                            )
                                          )::text,
                                          -1
                                        ),
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l3.*
                                        from meeting_reply _l3
                                        where
                                          (
                                            _l3."meeting_id" = _l2.id
                                            and (
                                              (
                                                _l3.household_id = any ($34::uuid[])
                                                and _l3.invitation_id = any (
                                                  array(
                                                    select inv.id
                                                    from
                                                      meeting_invitation_student ivs
                                                      join meeting_invitation inv on inv.id = ivs.invitation_id
                                                    where
                                                      ivs.ended_at is null
                                                      and ivs.student_id = any ($35::uuid[])
                                                      and inv.household_id = any ($34::uuid[])
                                                      and inv.status = 'INVITED'
                                                  )
                                                )
                                              )
                                              or (
                                                (
                                                  _l3.meeting_id = any (
                                                    array(
                                                      select mcl.meeting_id
                                                      from meeting_class mcl
                                                      where mcl.school_class_id = any ($36::uuid[])
                                                    )
                                                  )
                                                  and _l3.household_id in (
                                                    select hst.household_id
                                                    from
                                                      class_membership cms
                                                      join household_student hst on hst.student_id = cms.student_id
                                                    where
                                                      cms.school_class_id = any ($36::uuid[])
                                                      and cms.status = 'ACTIVE'
                                                  )
                                                  and _l2.published_at is not null
                                                )
                                                or (
                                                  _l2.organiser_id = $28::uuid
                                                  and _l2.school_id = any ($26::uuid[])
                                                )
                                              )
                                            )
                                            and _l3.superseded_at is null
                                            and true
                                          )
                                        order by
                                          _l3."replied_at" desc,
                                          _l3."id" desc
                                        limit $37::int
                                      ) _l3
                                  ),
                                  case
                                    when (
                                      (
                                        _l2.id = any (
                                          array(
                                            select inv.meeting_id
                                            from
                                              meeting_invitation_student ivs
                                              join meeting_invitation inv on inv.id = ivs.invitation_id
                                            where
                                              ivs.ended_at is null
                                              and ivs.student_id = any ($35::uuid[])
                                              and inv.household_id = any ($34::uuid[])
                                              and inv.status = 'INVITED'
                                          )
                                        )
                                        or _l2.id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($36::uuid[])
                                          )
                                        )
                                        or (
                                          _l2.organiser_id = $28::uuid
                                          and _l2.school_id = any ($26::uuid[])
                                        )
                                      )
                                    ) is not true then 'false'
                                    else 'null'
                                  end
                                ) || ',' || (
                                  '"' || _l2."id"::text || '","' || _l2."kind"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || coalesce('"' || _l2."reply_by"::text || '"', 'null') || ',' || right(json_build_array(_l2."title", _l2."place")::text, -1)
                                ),
                                ','
                              ) || ']'
                            from
                              (
                                select _l2.*
                                from
                                  meeting_class _link
                                  join meeting _l2 on _l2.id = _link."meeting_id"
                                where
                                  (
                                    _link."school_class_id" = _r2.id
                                    and (
                                      (
                                        _l2.published_at is not null
                                        and _l2.id = any (
                                          array(
                                            select inv.meeting_id
                                            from
                                              meeting_invitation_student ivs
                                              join meeting_invitation inv on inv.id = ivs.invitation_id
                                            where
                                              ivs.ended_at is null
                                              and ivs.student_id = any ($35::uuid[])
                                              and inv.household_id = any ($34::uuid[])
                                              and inv.status = 'INVITED'
                                          )
                                        )
                                      )
                                      or (
                                        _l2.published_at is not null
                                        and _l2.id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($36::uuid[])
                                          )
                                        )
                                      )
                                      or (
                                        _l2.organiser_id = $28::uuid
                                        and _l2.school_id = any ($26::uuid[])
                                      )
                                    )
                                    and _l2."starts_at" >= $38
                                  )
                                order by
                                  _l2."starts_at" asc,
                                  _l2."id" asc
                                limit $39::int
                              ) _l2
                          ),
                          'null'
                        ) || ',' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select '["' || _r3."id"::text || '","' || _r3."kind"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                                    from volunteer_activity _r3
                                    where
                                      (
                                        _r3.id = _l4."activity_id"
                                        and (
                                          (
                                            _r3.published_at is not null
                                            and (
                                              _r3.school_id = any ($14::uuid[])
                                              or (
                                                _r3.school_id is null
                                                and _r3.district_id = any ($15::uuid[])
                                              )
                                            )
                                          )
                                          or (
                                            _r3.school_id = any ($26::uuid[])
                                            and (
                                              _r3.published_at is not null
                                              or _r3.organiser_id = $28::uuid
                                            )
                                          )
                                        )
                                      )
                                  ),
                                  'null'
                                ) || ',' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l5."id"::text || '",' || _l5."capacity"::text || ',' || _l5."places_taken"::text || ',' || _l5."approval_required"::text || ',' || right(
                                          json_build_array(
                                            _l5."name",
                                            (false),
                                            (
                                              select
                                                json_build_array(
                                                  _l4._v0,
                                                  _l5.capacity,
                                                  _l5.places_taken + case
                                                    when _l5.approval_required
                                                    and exists (
                                                      select 1
                                                      from waitlist_entry wle
                                                      where
                                                        wle.role_id = _l5.id
                                                        and wle.status = 'WAITING'
                                                    ) then (
                                                      select count(*)
                                                      from signup sgn
                                                      where
                                                        sgn.role_id = _l5.id
                                                        and sgn.status = 'PENDING'
                                                    )
                                                    else 0
                                                  end,
                                                  (
                                                    _l5.qualification is null
                                                    or exists (
                                                      select 1
                                                      from volunteer_qualification qual
                                                      where
                                                        qual.person_id = $1::uuid
                                                        and qual.name = _l5.qualification
                                                        and qual.district_id = _l4.district_id
                                                        and qual.revoked_at is null
                                                        and $29::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                                    )
                                                  )
                                                )
                                            )
                                          )::text,
                                          -1
                                        ),
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l5.*
                                        from shift_role _l5
                                        where
                                          (
                                            _l5."shift_id" = _l4.id
                                            and true
                                          )
                                        order by
                                          _l5."ordinal" asc,
                                          _l5."id" asc
                                        limit $40::int
                                      ) _l5
                                  ),
                                  'null'
                                ) || ',' || (
                                  '"' || _l4."id"::text || '","' || _l4."status"::text || '","' || _l4."starts_at"::text || '","' || _l4."ends_at"::text || '","' || _l4."signup_opens_at"::text || '","' || _l4."signup_closes_at"::text || '",' || right(json_build_array(_l4."place")::text, -1)
                                ),
                                ','
                              ) || ']'
                            from
                              (
                                select
                                  _l4.*,
                                  (
                                    select
                                      json_build_array(
                                        _l4.status = 'SCHEDULED',
                                        _l4.signup_opens_at,
                                        case
                                          when act.kind = 'PARENT_LECTURE'
                                          and exists (
                                            select 1
                                            from parent_lecture plc
                                            where plc.shift_id = _l4.id
                                          ) then _l4.published_at
                                          else _l4.signup_closes_at
                                        end,
                                        _l4.starts_at,
                                        exists (
                                          select 1
                                          from signup sgn
                                          where
                                            sgn.person_id = $1::uuid
                                            and sgn.shift_id = _l4.id
                                            and sgn.status in ('PENDING', 'CONFIRMED')
                                        ),
                                        exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = act.audience_id
                                            and t.key = any ($13::text[])
                                        ),
                                        (
                                          select max(sus.ends_at)
                                          from volunteer_suspension sus
                                          where
                                            sus.person_id = $1::uuid
                                            and sus.district_id = _l4.district_id
                                            and (
                                              sus.school_id is null
                                              or sus.school_id = _l4.school_id
                                            )
                                            and sus.lifted_at is null
                                            and sus.starts_at <= $8::timestamptz
                                        ),
                                        coalesce(
                                          tstzrange (_l4.starts_at, _l4.ends_at) && (
                                            select range_agg(eng.during)
                                            from engagement eng
                                            where
                                              eng.subject = $1::uuid
                                              and eng.status = 'ACTIVE'
                                          ),
                                          false
                                        )
                                      )
                                    from volunteer_activity act
                                    where act.id = _l4.activity_id
                                  ) as _v0
                                from
                                  (
                                    select _l4.*
                                    from shift _l4
                                    where
                                      (
                                        (
                                          _l4.school_id = _r2.school_id
                                          or (
                                            _l4.school_id is null
                                            and _l4.district_id = (
                                              select sch.district_id
                                              from school sch
                                              where sch.id = _r2.school_id
                                            )
                                          )
                                        )
                                        and (
                                          select act.audience_id
                                          from volunteer_activity act
                                          where act.id = _l4.activity_id
                                        ) = any (
                                          array(
                                            select tgt.audience_id
                                            from
                                              school sch
                                              join grade grd on grd.id = _r2.grade_id
                                              join audience_target tgt on tgt.key = any (
                                                array[
                                                  'class:' || _r2.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              )
                                            where sch.id = _r2.school_id
                                          )
                                        )
                                        and (
                                          (
                                            _l4.published_at is not null
                                            and (
                                              _l4.school_id = any ($14::uuid[])
                                              or (
                                                _l4.school_id is null
                                                and _l4.district_id = any ($15::uuid[])
                                              )
                                            )
                                          )
                                          or (
                                            _l4.school_id = any ($26::uuid[])
                                            and (
                                              _l4.published_at is not null
                                              or (
                                                select act.organiser_id = $28::uuid
                                                from volunteer_activity act
                                                where act.id = _l4.activity_id
                                              )
                                            )
                                          )
                                        )
                                        and (
                                          _l4."starts_at" >= $41
                                          and _l4."status" = $42
                                        )
                                      )
                                    order by
                                      _l4."starts_at" asc,
                                      _l4."id" asc
                                    limit $43::int
                                  ) _l4
                                offset
                                  0
                              ) _l4
                          ),
                          'null'
                        ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1))
                      from school_class _r2
                      where
                        (
                          _r2.id in (
                            select m.school_class_id
                            from
                              class_membership m
                              join school_year y on y.id = m.school_year_id
                            where
                              m.student_id = _l1.id
                              and m.status = 'ACTIVE'
                              and $29::date between y.starts_on and y.ends_on
                          )
                          and (
                            _r2.school_id = any ($14::uuid[])
                            or _r2.id = any ($44::uuid[])
                            or _r2.school_id = any ($26::uuid[])
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from
                    guardianship _link
                    join student _l1 on _l1.id = _link."student_id"
                  where
                    (
                      (
                        _link."guardian_id" = _r0.id
                        and _link.status = 'ACTIVE'
                        and _link.data_access
                        and _link.valid_from <= $29::date
                        and (
                          _link.valid_to is null
                          or _link.valid_to >= $29::date
                        )
                      )
                      and (
                        _l1.id = any ($35::uuid[])
                        or exists (
                          select 1
                          from class_membership m
                          where
                            m.student_id = _l1.id
                            and m.school_class_id = any ($36::uuid[])
                            and m.status = 'ACTIVE'
                        )
                      )
                      and true
                    )
                  order by
                    _l1."name_key" asc,
                    _l1."id" asc
                  limit $45::int
                ) _l1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l6."id"::text || '","' || _l6."kind"::text || '","' || _l6."starts_at"::text || '","' || _l6."ends_at"::text || '",' || right(json_build_array(_l6."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l6.*
                  from engagement _l6
                  where
                    (
                      _l6.person_id = _r0.person_id
                      and (
                        (
                          _l6.person_id = $1::uuid
                          and (
                            _l6.rests_on is null
                            or _l6.rests_on && $7::text[]
                          )
                        )
                        or _l6.room_id in (
                          select rm.id
                          from room rm
                          where rm.school_id = any ($26::uuid[])
                        )
                      )
                      and _l6.status = 'ACTIVE'
                      and _l6."starts_at" >= $46
                    )
                  order by
                    _l6."starts_at" asc,
                    _l6."id" asc
                  limit $47::int
                ) _l6
            ),
            case
              when (_r0.id = $12::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l7."id"::text || '",' || coalesce('"' || _l7."published_at"::text || '"', 'null') || ',' || right(
                    json_build_array(
                      _l7."title",
                      (
                        select ceil(sum(lsn.duration_seconds) / 60.0)::int
                        from
                          course_edition pub
                          join lesson lsn on lsn.edition_id = pub.id
                        where
                          pub.course_id = _l7.id
                          and pub.status = 'PUBLISHED'
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l7.*
                  from course _l7
                  where
                    (
                      _l7.audience_id in (
                        select tgt.audience_id
                        from
                          guardianship gsh
                          join class_membership mbs on mbs.student_id = gsh.student_id
                          and mbs.status = 'ACTIVE'
                          join school_class cls on cls.id = mbs.school_class_id
                          join school_year yr on yr.id = cls.school_year_id
                          and $29::date between yr.starts_on and yr.ends_on
                          join school sch on sch.id = cls.school_id
                          join grade grd on grd.id = cls.grade_id
                          join audience_target tgt on tgt.key = any (
                            array[
                              'class:' || cls.id,
                              'school:' || sch.id,
                              'school:' || sch.id || ':grade:' || grd.id,
                              'school:' || sch.id || ':stage:' || grd.stage,
                              'district:' || sch.district_id,
                              'district:' || sch.district_id || ':grade:' || grd.id,
                              'district:' || sch.district_id || ':stage:' || grd.stage
                            ]
                          )
                        where
                          gsh.guardian_id = _r0.id
                          and gsh.status = 'ACTIVE'
                          and gsh.data_access
                          and gsh.valid_from <= $29::date
                          and (
                            gsh.valid_to is null
                            or gsh.valid_to >= $29::date
                          )
                          and (
                            gsh.student_id = any ($35::uuid[])
                            or cls.id = any ($36::uuid[])
                          )
                      )
                      and (
                        (
                          _l7.created_by_id = $28::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $28::uuid
                              and own.ended_at is null
                              and own.valid_from <= $29::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $29::date
                              )
                              and (
                                own.school_id = _l7.school_id
                                or (
                                  _l7.school_id is null
                                  and coalesce(_l7.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                        or (
                          (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l7.id
                              and pub.status = 'PUBLISHED'
                          )
                          and (
                            _l7.is_public
                            or exists (
                              select 1
                              from audience_target t
                              where
                                t.audience_id = _l7.audience_id
                                and t.key = any ($13::text[])
                            )
                            or _l7.school_id = any ($26::uuid[])
                            or (
                              _l7.school_id is null
                              and (
                                _l7.district_id is null
                                or _l7.district_id = any ($48::uuid[])
                              )
                            )
                          )
                        )
                      )
                      and (
                        select true
                        from course_edition pub
                        where
                          pub.course_id = _l7.id
                          and pub.status = 'PUBLISHED'
                      )
                      and true
                    )
                  order by
                    _l7."listed_at" desc,
                    _l7."id" desc
                  limit $49::int
                ) _l7
            ),
            'null'
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select json_build_array(p.name, p.phone, p.phone_verified_at)
                  from person p
                  where p.id = _r0.person_id
                ),
                (
                  select coalesce(json_agg(pupil.id), '[]')
                  from
                    (
                      select stu.id
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                      where
                        tie.guardian_id = _r0.id
                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and (
                          stu.school_id = any ($25::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($36::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        )
                    ) pupil (id)
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $50::uuid
            and (
              _r0.id = $12::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($34::uuid[])
                    and hst.student_id = any ($35::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $29::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $29::date
                    )
                )
              )
              or exists (
                select 1
                from
                  guardianship g
                  join class_membership m on m.student_id = g.student_id
                where
                  g.guardian_id = _r0.id
                  and g.status in ('ACTIVE', 'PENDING')
                  and m.school_class_id = any ($36::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
