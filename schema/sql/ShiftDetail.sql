-- ShiftDetail, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Query.shift (Shift)
-- _r1: Shift.school
-- _r2: Shift.activity
-- _r3: VolunteerActivity.audience
-- _l0: Shift.roles
-- _r4: ShiftRole.confirmedCount
-- _r5: ShiftRole.viewerSignup
-- _r6: ShiftRole.waitlistCount
-- _r7: ShiftRole.viewerWaitlistEntry
-- _l1: ShiftRole.viewerClashes
-- _l2: ShiftRole.viewerFreeHouseholdGuardians
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from school _r1
                where _r1.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || right(json_build_array(_r3."name")::text, -1)
                      from audience _r3
                      where _r3.id = _r2."audience_id"
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r2."id"::text || '","' || _r2."kind"::text || '",' || right(json_build_array(_r2."title", _r2."purpose", _r2."risk_notice", _r2."contact_name", _r2."contact_phone")::text, -1)
                  )
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and (
                      _r2.published_at is not null
                      and (
                        _r2.school_id = any ($2::uuid[])
                        or (
                          _r2.school_id is null
                          and _r2.district_id = any ($3::uuid[])
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
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _r0.published_at is not null
                                  and (
                                    _r0.school_id = any ($2::uuid[])
                                    or (
                                      _r0.school_id is null
                                      and _r0.district_id = any ($3::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."role_id" = _l0.id
                            and (
                              (
                                _r4.guardian_id = $4::uuid
                                and (
                                  _r4.status in ('CANCELLED', 'REJECTED')
                                  or exists (
                                    select 1
                                    from engagement res
                                    where
                                      res.source_id = _r4.id
                                      and res.kind = 'SHIFT_SIGNUP'
                                      and res.status = 'ACTIVE'
                                      and (
                                        res.rests_on is null
                                        or res.rests_on && $5::text[]
                                      )
                                  )
                                  or (
                                    select sft.starts_at <= $6::timestamptz
                                    from shift sft
                                    where sft.id = _r4.shift_id
                                  )
                                )
                              )
                              or (
                                select
                                  (
                                    sft.published_at is not null
                                    and (
                                      sft.school_id = any ($2::uuid[])
                                      or (
                                        sft.school_id is null
                                        and sft.district_id = any ($3::uuid[])
                                      )
                                    )
                                  )
                                from shift sft
                                where sft.id = _r4.shift_id
                              )
                            )
                            and _r4.status = 'CONFIRMED'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r5."id"::text || '","' || _r5."status"::text || '","' || _r5."signed_up_at"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  json_build_object(
                                    'own',
                                    _r5.person_id is not distinct from $7::uuid,
                                    'active',
                                    _r5.status in ('PENDING', 'CONFIRMED'),
                                    'cancelUntil',
                                    sft.cancel_until,
                                    'startsAt',
                                    sft.starts_at,
                                    'requested',
                                    _r5.cancel_requested_at is not null
                                  )
                                from shift sft
                                where sft.id = _r5.shift_id
                              ),
                              (_r5.person_id is not distinct from $7::uuid),
                              (
                                select to_json(_r5.reconfirm_until)
                              ),
                              (
                                select
                                  json_build_object(
                                    'own',
                                    _r5.person_id is not distinct from $7::uuid,
                                    'confirmed',
                                    _r5.status = 'CONFIRMED',
                                    'startsAt',
                                    sft.starts_at,
                                    'offered',
                                    exists (
                                      select 1
                                      from stand_in sti
                                      where
                                        sti.signup_id = _r5.id
                                        and sti.status in ('OFFERED', 'PENDING')
                                    ),
                                    'approvalRequired',
                                    rol.approval_required
                                  )
                                from
                                  shift_role rol
                                  join shift sft on sft.id = rol.shift_id
                                where rol.id = _r5.role_id
                              )
                            )::text,
                            -1
                          )
                        from signup _r5
                        where
                          (
                            _r5.shift_id = _l0.shift_id
                            and _r5.role_id = _l0.id
                            and _r5.person_id = $7::uuid
                            and (
                              _r5.guardian_id = $4::uuid
                              and (
                                _r5.status in ('CANCELLED', 'REJECTED')
                                or exists (
                                  select 1
                                  from engagement res
                                  where
                                    res.source_id = _r5.id
                                    and res.kind = 'SHIFT_SIGNUP'
                                    and res.status = 'ACTIVE'
                                    and (
                                      res.rests_on is null
                                      or res.rests_on && $5::text[]
                                    )
                                )
                                or (
                                  select sft.starts_at <= $6::timestamptz
                                  from shift sft
                                  where sft.id = _r5.shift_id
                                )
                              )
                            )
                            and _r5.status in ('PENDING', 'CONFIRMED')
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _r0.published_at is not null
                                  and (
                                    _r0.school_id = any ($2::uuid[])
                                    or (
                                      _r0.school_id is null
                                      and _r0.district_id = any ($3::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from waitlist_entry _r6
                        where
                          (
                            _r6."role_id" = _l0.id
                            and (
                              (
                                _r6.guardian_id = $4::uuid
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
                                              and t.key = any ($5::text[])
                                          )
                                        from volunteer_activity act
                                        where act.id = sft.activity_id
                                      )
                                    from shift sft
                                    where sft.id = _r6.shift_id
                                  )
                                  or (
                                    _r6.status not in ('WAITING', 'OFFERED')
                                    and (
                                      select
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          or (
                                            sft.school_id is null
                                            and sft.district_id = any ($3::uuid[])
                                          )
                                        )
                                      from shift sft
                                      where sft.id = _r6.shift_id
                                    )
                                  )
                                  or (
                                    select sft.starts_at <= $6::timestamptz
                                    from shift sft
                                    where sft.id = _r6.shift_id
                                  )
                                )
                              )
                              or (
                                select
                                  (
                                    sft.published_at is not null
                                    and (
                                      sft.school_id = any ($2::uuid[])
                                      or (
                                        sft.school_id is null
                                        and sft.district_id = any ($3::uuid[])
                                      )
                                    )
                                  )
                                from shift sft
                                where sft.id = _r6.shift_id
                              )
                            )
                            and _r6.status = 'WAITING'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r7."id"::text || '","' || _r7."status"::text || '","' || _r7."joined_at"::text || '",' || coalesce('"' || _r7."offered_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."offer_expires_at"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              (
                                case
                                  when _r7.status = 'WAITING' then (
                                    select count(*)::int
                                    from waitlist_entry bef
                                    where
                                      bef.role_id = _r7.role_id
                                      and bef.status = 'WAITING'
                                      and (bef.priority, bef.joined_at, bef.sequence) <= (_r7.priority, _r7.joined_at, _r7.sequence)
                                  )
                                end
                              ),
                              (
                                select
                                  (
                                    select
                                      json_build_array(
                                        json_build_array(
                                          sft.status = 'SCHEDULED',
                                          sft.signup_opens_at,
                                          case
                                            when act.kind = 'PARENT_LECTURE'
                                            and exists (
                                              select 1
                                              from parent_lecture plc
                                              where plc.shift_id = sft.id
                                            ) then sft.published_at
                                            else sft.signup_closes_at
                                          end,
                                          sft.starts_at,
                                          exists (
                                            select 1
                                            from signup sgn
                                            where
                                              sgn.person_id = $7::uuid
                                              and sgn.shift_id = sft.id
                                              and sgn.status in ('PENDING', 'CONFIRMED')
                                          ),
                                          exists (
                                            select 1
                                            from audience_target t
                                            where
                                              t.audience_id = act.audience_id
                                              and t.key = any ($5::text[])
                                          ),
                                          (
                                            select max(sus.ends_at)
                                            from volunteer_suspension sus
                                            where
                                              sus.person_id = $7::uuid
                                              and sus.district_id = sft.district_id
                                              and (
                                                sus.school_id is null
                                                or sus.school_id = sft.school_id
                                              )
                                              and sus.lifted_at is null
                                              and sus.starts_at <= $6::timestamptz
                                          ),
                                          coalesce(
                                            tstzrange (sft.starts_at, sft.ends_at) && (
                                              select range_agg(eng.during)
                                              from engagement eng
                                              where
                                                eng.subject = $7::uuid
                                                and eng.status = 'ACTIVE'
                                            ),
                                            false
                                          )
                                        ),
                                        rol.capacity,
                                        rol.places_taken + case
                                          when rol.approval_required
                                          and exists (
                                            select 1
                                            from waitlist_entry wle
                                            where
                                              wle.role_id = rol.id
                                              and wle.status = 'WAITING'
                                          ) then (
                                            select count(*)
                                            from signup sgn
                                            where
                                              sgn.role_id = rol.id
                                              and sgn.status = 'PENDING'
                                          )
                                          else 0
                                        end,
                                        (
                                          rol.qualification is null
                                          or exists (
                                            select 1
                                            from volunteer_qualification qual
                                            where
                                              qual.person_id = $7::uuid
                                              and qual.name = rol.qualification
                                              and qual.district_id = sft.district_id
                                              and qual.revoked_at is null
                                              and $8::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                          )
                                        )
                                      )
                                    from
                                      shift_role rol
                                      join shift sft on sft.id = rol.shift_id
                                      join volunteer_activity act on act.id = sft.activity_id
                                    where rol.id = wanted.id
                                  )
                                from shift_role wanted
                                where wanted.id = _r7.role_id
                              ),
                              (_r7.person_id is not distinct from $7::uuid),
                              (
                                select to_json(sft.starts_at)
                                from shift sft
                                where sft.id = _r7.shift_id
                              )
                            )::text,
                            -1
                          )
                        from waitlist_entry _r7
                        where
                          (
                            _r7.role_id = _l0.id
                            and _r7.person_id = $7::uuid
                            and (
                              _r7.guardian_id = $4::uuid
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
                                            and t.key = any ($5::text[])
                                        )
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
                                    )
                                  from shift sft
                                  where sft.id = _r7.shift_id
                                )
                                or (
                                  _r7.status not in ('WAITING', 'OFFERED')
                                  and (
                                    select
                                      (
                                        sft.school_id = any ($2::uuid[])
                                        or (
                                          sft.school_id is null
                                          and sft.district_id = any ($3::uuid[])
                                        )
                                      )
                                    from shift sft
                                    where sft.id = _r7.shift_id
                                  )
                                )
                                or (
                                  select sft.starts_at <= $6::timestamptz
                                  from shift sft
                                  where sft.id = _r7.shift_id
                                )
                              )
                            )
                            and _r7.status in ('WAITING', 'OFFERED')
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l1."id"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(json_build_array(_l1."title")::text, -1),
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from engagement _l1
                            where
                              (
                                _l1.subject = $7::uuid
                                and _l1.status = 'ACTIVE'
                                and _l1.during && (
                                  select tstzrange (sft.starts_at, sft.ends_at)
                                  from
                                    shift_role rol
                                    join shift sft on sft.id = rol.shift_id
                                  where rol.id = _l0.id
                                )
                                and not exists (
                                  select 1
                                  from
                                    signup sgn
                                    join shift_role own on own.shift_id = sgn.shift_id
                                  where
                                    sgn.id = _l1.source_id
                                    and own.id = _l0.id
                                    and _l1.kind = 'SHIFT_SIGNUP'
                                )
                                and (
                                  _l1.person_id = $7::uuid
                                  and (
                                    _l1.rests_on is null
                                    or _l1.rests_on && $9::text[]
                                  )
                                )
                                and true
                              )
                            order by
                              _l1."starts_at" asc,
                              _l1."id" asc
                            limit $10::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l2."id"::text || '",' || right(
                              json_build_array(
                                (
                                  select json_build_array(p.name, p.phone, p.phone_verified_at)
                                  from person p
                                  where p.id = _l2.person_id
                                )
                              )::text,
                              -1
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l2.*
                            from guardian _l2
                            where
                              (
                                (
                                  _l2.id = any (
                                    array(
                                      select tie.guardian_id
                                      from
                                        household_student hst
                                        join household_guardian hgd on hgd.household_id = hst.household_id
                                        join guardianship tie on tie.guardian_id = hgd.guardian_id
                                        and tie.student_id = hst.student_id
                                      where
                                        hst.household_id = any ($11::uuid[])
                                        and hst.student_id = any ($12::uuid[])
                                        and tie.status = 'ACTIVE'
                                        and tie.valid_from <= $8::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $8::date
                                        )
                                    )
                                  )
                                  and _l2.id <> $4::uuid
                                  and exists (
                                    select 1
                                    from
                                      shift_role rol
                                      join shift sft on sft.id = rol.shift_id
                                      join volunteer_activity act on act.id = sft.activity_id
                                    where
                                      (
                                        rol.id = _l0.id
                                        and not exists (
                                          select 1
                                          from signup sgn
                                          where
                                            sgn.person_id = _l2.person_id
                                            and sgn.shift_id = sft.id
                                            and sgn.status in ('PENDING', 'CONFIRMED')
                                        )
                                        and exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = act.audience_id
                                            and t.key = any (
                                              array(
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
                                                  and $8::date between scy.starts_on and scy.ends_on
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
                                                  gsh.guardian_id = _l2.id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $8::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $8::date
                                                  )
                                              )
                                            )
                                        )
                                        and coalesce(
                                          (
                                            select max(sus.ends_at)
                                            from volunteer_suspension sus
                                            where
                                              sus.person_id = _l2.person_id
                                              and sus.district_id = sft.district_id
                                              and (
                                                sus.school_id is null
                                                or sus.school_id = sft.school_id
                                              )
                                              and sus.lifted_at is null
                                              and sus.starts_at <= $6::timestamptz
                                          ) <= $6::timestamptz,
                                          true
                                        )
                                        and (
                                          rol.qualification is null
                                          or exists (
                                            select 1
                                            from volunteer_qualification qual
                                            where
                                              qual.person_id = _l2.person_id
                                              and qual.name = rol.qualification
                                              and qual.district_id = sft.district_id
                                              and qual.revoked_at is null
                                              and $8::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                          )
                                        )
                                        and not exists (
                                          select 1
                                          from engagement eng
                                          where
                                            eng.subject = _l2.person_id
                                            and eng.status = 'ACTIVE'
                                            and eng.during && tstzrange (sft.starts_at, sft.ends_at)
                                        )
                                      )
                                  )
                                )
                                and (
                                  _l2.id = $4::uuid
                                  or _l2.id = any (
                                    array(
                                      select tie.guardian_id
                                      from
                                        household_student hst
                                        join household_guardian hgd on hgd.household_id = hst.household_id
                                        join guardianship tie on tie.guardian_id = hgd.guardian_id
                                        and tie.student_id = hst.student_id
                                      where
                                        hst.household_id = any ($11::uuid[])
                                        and hst.student_id = any ($12::uuid[])
                                        and tie.status = 'ACTIVE'
                                        and tie.valid_from <= $8::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $8::date
                                        )
                                    )
                                  )
                                )
                                and true
                              )
                            order by
                              _l2."created_at" asc,
                              _l2."id" asc
                            limit $13::int
                          ) _l2
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || _l0."places_taken"::text || ',' || _l0."approval_required"::text || ',' || _l0."minimum"::text || ',' || right(
                        json_build_array(
                          _l0."name",
                          (false),
                          (
                            select
                              json_build_array(
                                (
                                  select
                                    json_build_array(
                                      _r0.status = 'SCHEDULED',
                                      _r0.signup_opens_at,
                                      case
                                        when act.kind = 'PARENT_LECTURE'
                                        and exists (
                                          select 1
                                          from parent_lecture plc
                                          where plc.shift_id = _r0.id
                                        ) then _r0.published_at
                                        else _r0.signup_closes_at
                                      end,
                                      _r0.starts_at,
                                      exists (
                                        select 1
                                        from signup sgn
                                        where
                                          sgn.person_id = $7::uuid
                                          and sgn.shift_id = _r0.id
                                          and sgn.status in ('PENDING', 'CONFIRMED')
                                      ),
                                      exists (
                                        select 1
                                        from audience_target t
                                        where
                                          t.audience_id = act.audience_id
                                          and t.key = any ($5::text[])
                                      ),
                                      (
                                        select max(sus.ends_at)
                                        from volunteer_suspension sus
                                        where
                                          sus.person_id = $7::uuid
                                          and sus.district_id = _r0.district_id
                                          and (
                                            sus.school_id is null
                                            or sus.school_id = _r0.school_id
                                          )
                                          and sus.lifted_at is null
                                          and sus.starts_at <= $6::timestamptz
                                      ),
                                      coalesce(
                                        tstzrange (_r0.starts_at, _r0.ends_at) && (
                                          select range_agg(eng.during)
                                          from engagement eng
                                          where
                                            eng.subject = $7::uuid
                                            and eng.status = 'ACTIVE'
                                        ),
                                        false
                                      )
                                    )
                                  from volunteer_activity act
                                  where act.id = _r0.activity_id
                                ),
                                _l0.capacity,
                                _l0.places_taken + case
                                  when _l0.approval_required
                                  and exists (
                                    select 1
                                    from waitlist_entry wle
                                    where
                                      wle.role_id = _l0.id
                                      and wle.status = 'WAITING'
                                  ) then (
                                    select count(*)
                                    from signup sgn
                                    where
                                      sgn.role_id = _l0.id
                                      and sgn.status = 'PENDING'
                                  )
                                  else 0
                                end,
                                (
                                  _l0.qualification is null
                                  or exists (
                                    select 1
                                    from volunteer_qualification qual
                                    where
                                      qual.person_id = $7::uuid
                                      and qual.name = _l0.qualification
                                      and qual.district_id = _r0.district_id
                                      and qual.revoked_at is null
                                      and $8::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                  )
                                )
                              )
                          ),
                          _l0."description",
                          _l0."qualification",
                          (
                            exists (
                              select 1
                              from waitlist_entry own
                              where
                                own.role_id = _l0.id
                                and own.person_id = $7::uuid
                                and (
                                  own.status = 'WAITING'
                                  or own.status = 'OFFERED'
                                  and own.offer_expires_at > $6::timestamptz
                                )
                            )
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift_role _l0
                    where
                      (
                        _l0."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."ordinal" asc,
                      _l0."id" asc
                    limit $14::int
                  ) _l0
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '","' || _r0."signup_opens_at"::text || '","' || _r0."signup_closes_at"::text || '","' || _r0."cancel_until"::text || '",' || right(json_build_array(_r0."place", _r0."cancel_reason")::text, -1)
            ),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($15::uuid[])
            and (
              _r0.published_at is not null
              and (
                _r0.school_id = any ($2::uuid[])
                or (
                  _r0.school_id is null
                  and _r0.district_id = any ($3::uuid[])
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _r0: Query.shift (Shift)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from shift _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.shift (Shift)
-- _r1: Shift.school
-- _r2: Shift.activity
-- _r3: VolunteerActivity.audience
-- _l0: Shift.roles
-- _r4: ShiftRole.confirmedCount
-- _r5: ShiftRole.viewerSignup
-- _r6: ShiftRole.waitlistCount
-- _r7: ShiftRole.viewerWaitlistEntry
-- _l1: ShiftRole.viewerClashes
-- _l2: ShiftRole.viewerFreeHouseholdGuardians
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from school _r1
                where _r1.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || right(json_build_array(_r3."name")::text, -1)
                      from audience _r3
                      where _r3.id = _r2."audience_id"
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r2."id"::text || '","' || _r2."kind"::text || '",' || right(json_build_array(_r2."title", _r2."purpose", _r2."risk_notice", _r2."contact_name", _r2."contact_phone")::text, -1)
                  )
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and (
                      (
                        _r2.published_at is not null
                        and (
                          _r2.school_id = any ($2::uuid[])
                          or (
                            _r2.school_id is null
                            and _r2.district_id = any ($3::uuid[])
                          )
                        )
                      )
                      or (
                        _r2.school_id = any ($4::uuid[])
                        and (
                          _r2.published_at is not null
                          or _r2.organiser_id = $5::uuid
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
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _r0.school_id = any ($4::uuid[])
                                    and (
                                      select act.organiser_id = $5::uuid
                                      from volunteer_activity act
                                      where act.id = _r0.activity_id
                                    )
                                  )
                                  or (
                                    _r0.published_at is not null
                                    and (
                                      (
                                        _r0.school_id = any ($2::uuid[])
                                        or (
                                          _r0.school_id is null
                                          and _r0.district_id = any ($3::uuid[])
                                        )
                                      )
                                      or _r0.school_id = any ($4::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."role_id" = _l0.id
                            and (
                              (
                                (
                                  _r4.guardian_id = $6::uuid
                                  and (
                                    _r4.status in ('CANCELLED', 'REJECTED')
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && $7::text[]
                                        )
                                    )
                                    or (
                                      select sft.starts_at <= $8::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                )
                                or (
                                  (
                                    select
                                      (
                                        sft.school_id = any ($4::uuid[])
                                        and (
                                          select act.organiser_id = $5::uuid
                                          from volunteer_activity act
                                          where act.id = sft.activity_id
                                        )
                                      )
                                    from shift sft
                                    where sft.id = _r4.shift_id
                                  )
                                  and (
                                    _r4.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      (
                                        select sft.starts_at <= $8::timestamptz
                                        from shift sft
                                        where sft.id = _r4.shift_id
                                      )
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = _r4.id
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
                                                and $9::date between scy.starts_on and scy.ends_on
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
                                                gsh.guardian_id = _r4.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $9::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $9::date
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
                                              tie.guardian_id = _r4.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $9::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $9::date
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
                                                  and $9::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from shift sft
                                        where sft.id = _r4.shift_id
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = _r4.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                )
                              )
                              or (
                                (
                                  select
                                    (
                                      sft.published_at is not null
                                      and (
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          or (
                                            sft.school_id is null
                                            and sft.district_id = any ($3::uuid[])
                                          )
                                        )
                                        or sft.school_id = any ($4::uuid[])
                                      )
                                    )
                                  from shift sft
                                  where sft.id = _r4.shift_id
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    (
                                      select sft.starts_at <= $8::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
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
                                              and $9::date between scy.starts_on and scy.ends_on
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
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $9::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $9::date
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
                                            tie.guardian_id = _r4.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $9::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $9::date
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
                                                and $9::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and (
                              _r4.status = 'CONFIRMED'
                              and (
                                _r4.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  (
                                    select sft.starts_at <= $8::timestamptz
                                    from shift sft
                                    where sft.id = _r4.shift_id
                                  )
                                  or exists (
                                    select 1
                                    from engagement res
                                    where
                                      res.source_id = _r4.id
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
                                            and $9::date between scy.starts_on and scy.ends_on
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
                                            gsh.guardian_id = _r4.guardian_id
                                            and gsh.status = 'ACTIVE'
                                            and gsh.data_access
                                            and gsh.valid_from <= $9::date
                                            and (
                                              gsh.valid_to is null
                                              or gsh.valid_to >= $9::date
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
                                          tie.guardian_id = _r4.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $9::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $9::date
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
                                              and $9::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    from shift sft
                                    where sft.id = _r4.shift_id
                                  )
                                )
                                or exists (
                                  select 1
                                  from attendance att
                                  where
                                    att.signup_id = _r4.id
                                    and att.checked_in_at is not null
                                )
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r5."id"::text || '","' || _r5."status"::text || '","' || _r5."signed_up_at"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  json_build_object(
                                    'own',
                                    _r5.person_id is not distinct from $10::uuid,
                                    'active',
                                    _r5.status in ('PENDING', 'CONFIRMED'),
                                    'cancelUntil',
                                    sft.cancel_until,
                                    'startsAt',
                                    sft.starts_at,
                                    'requested',
                                    _r5.cancel_requested_at is not null
                                  )
                                from shift sft
                                where sft.id = _r5.shift_id
                              ),
                              (_r5.person_id is not distinct from $10::uuid),
                              (
                                select to_json(_r5.reconfirm_until)
                              ),
                              (
                                select
                                  json_build_object(
                                    'own',
                                    _r5.person_id is not distinct from $10::uuid,
                                    'confirmed',
                                    _r5.status = 'CONFIRMED',
                                    'startsAt',
                                    sft.starts_at,
                                    'offered',
                                    exists (
                                      select 1
                                      from stand_in sti
                                      where
                                        sti.signup_id = _r5.id
                                        and sti.status in ('OFFERED', 'PENDING')
                                    ),
                                    'approvalRequired',
                                    rol.approval_required
                                  )
                                from
                                  shift_role rol
                                  join shift sft on sft.id = rol.shift_id
                                where rol.id = _r5.role_id
                              )
                            )::text,
                            -1
                          )
                        from signup _r5
                        where
                          (
                            _r5.shift_id = _l0.shift_id
                            and _r5.role_id = _l0.id
                            and _r5.person_id = $10::uuid
                            and (
                              (
                                _r5.guardian_id = $6::uuid
                                and (
                                  _r5.status in ('CANCELLED', 'REJECTED')
                                  or exists (
                                    select 1
                                    from engagement res
                                    where
                                      res.source_id = _r5.id
                                      and res.kind = 'SHIFT_SIGNUP'
                                      and res.status = 'ACTIVE'
                                      and (
                                        res.rests_on is null
                                        or res.rests_on && $7::text[]
                                      )
                                  )
                                  or (
                                    select sft.starts_at <= $8::timestamptz
                                    from shift sft
                                    where sft.id = _r5.shift_id
                                  )
                                )
                              )
                              or (
                                (
                                  select
                                    (
                                      sft.school_id = any ($4::uuid[])
                                      and (
                                        select act.organiser_id = $5::uuid
                                        from volunteer_activity act
                                        where act.id = sft.activity_id
                                      )
                                    )
                                  from shift sft
                                  where sft.id = _r5.shift_id
                                )
                                and (
                                  _r5.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    (
                                      select sft.starts_at <= $8::timestamptz
                                      from shift sft
                                      where sft.id = _r5.shift_id
                                    )
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r5.id
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
                                              and $9::date between scy.starts_on and scy.ends_on
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
                                              gsh.guardian_id = _r5.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $9::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $9::date
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
                                            tie.guardian_id = _r5.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $9::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $9::date
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
                                                and $9::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r5.shift_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r5.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r5.status in ('PENDING', 'CONFIRMED')
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _r0.school_id = any ($4::uuid[])
                                    and (
                                      select act.organiser_id = $5::uuid
                                      from volunteer_activity act
                                      where act.id = _r0.activity_id
                                    )
                                  )
                                  or (
                                    _r0.published_at is not null
                                    and (
                                      (
                                        _r0.school_id = any ($2::uuid[])
                                        or (
                                          _r0.school_id is null
                                          and _r0.district_id = any ($3::uuid[])
                                        )
                                      )
                                      or _r0.school_id = any ($4::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from waitlist_entry _r6
                        where
                          (
                            _r6."role_id" = _l0.id
                            and (
                              (
                                (
                                  _r6.guardian_id = $6::uuid
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
                                                and t.key = any ($7::text[])
                                            )
                                          from volunteer_activity act
                                          where act.id = sft.activity_id
                                        )
                                      from shift sft
                                      where sft.id = _r6.shift_id
                                    )
                                    or (
                                      _r6.status not in ('WAITING', 'OFFERED')
                                      and (
                                        select
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            or (
                                              sft.school_id is null
                                              and sft.district_id = any ($3::uuid[])
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _r6.shift_id
                                      )
                                    )
                                    or (
                                      select sft.starts_at <= $8::timestamptz
                                      from shift sft
                                      where sft.id = _r6.shift_id
                                    )
                                  )
                                )
                                or (
                                  (
                                    select
                                      (
                                        sft.school_id = any ($4::uuid[])
                                        and (
                                          select act.organiser_id = $5::uuid
                                          from volunteer_activity act
                                          where act.id = sft.activity_id
                                        )
                                      )
                                    from shift sft
                                    where sft.id = _r6.shift_id
                                  )
                                  and (
                                    _r6.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select sft.starts_at <= $8::timestamptz
                                        from shift sft
                                        where sft.id = _r6.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from audience_target t
                                            where
                                              t.audience_id = aud.audience_id
                                              and t.key = any (
                                                array(
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
                                                    and $9::date between scy.starts_on and scy.ends_on
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
                                                    gsh.guardian_id = _r6.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $9::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $9::date
                                                    )
                                                )
                                              )
                                          )
                                        from
                                          shift ash
                                          join volunteer_activity aud on aud.id = ash.activity_id
                                        where ash.id = _r6.shift_id
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
                                              tie.guardian_id = _r6.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $9::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $9::date
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
                                                  and $9::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from shift sft
                                        where sft.id = _r6.shift_id
                                      )
                                    )
                                  )
                                )
                              )
                              or (
                                (
                                  select
                                    (
                                      sft.published_at is not null
                                      and (
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          or (
                                            sft.school_id is null
                                            and sft.district_id = any ($3::uuid[])
                                          )
                                        )
                                        or sft.school_id = any ($4::uuid[])
                                      )
                                    )
                                  from shift sft
                                  where sft.id = _r6.shift_id
                                )
                                and (
                                  _r6.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $8::timestamptz
                                      from shift sft
                                      where sft.id = _r6.shift_id
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = aud.audience_id
                                            and t.key = any (
                                              array(
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
                                                  and $9::date between scy.starts_on and scy.ends_on
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
                                                  gsh.guardian_id = _r6.guardian_id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $9::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $9::date
                                                  )
                                              )
                                            )
                                        )
                                      from
                                        shift ash
                                        join volunteer_activity aud on aud.id = ash.activity_id
                                      where ash.id = _r6.shift_id
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
                                            tie.guardian_id = _r6.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $9::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $9::date
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
                                                and $9::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r6.shift_id
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _r6.status = 'WAITING'
                              and (
                                _r6.status not in ('WAITING', 'OFFERED')
                                or (
                                  (
                                    select sft.starts_at <= $8::timestamptz
                                    from shift sft
                                    where sft.id = _r6.shift_id
                                  )
                                  or (
                                    select
                                      exists (
                                        select 1
                                        from audience_target t
                                        where
                                          t.audience_id = aud.audience_id
                                          and t.key = any (
                                            array(
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
                                                and $9::date between scy.starts_on and scy.ends_on
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
                                                gsh.guardian_id = _r6.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $9::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $9::date
                                                )
                                            )
                                          )
                                      )
                                    from
                                      shift ash
                                      join volunteer_activity aud on aud.id = ash.activity_id
                                    where ash.id = _r6.shift_id
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
                                          tie.guardian_id = _r6.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $9::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $9::date
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
                                              and $9::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    from shift sft
                                    where sft.id = _r6.shift_id
                                  )
                                )
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r7."id"::text || '","' || _r7."status"::text || '","' || _r7."joined_at"::text || '",' || coalesce('"' || _r7."offered_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."offer_expires_at"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              (
                                case
                                  when _r7.status = 'WAITING' then (
                                    select count(*)::int
                                    from waitlist_entry bef
                                    where
                                      bef.role_id = _r7.role_id
                                      and bef.status = 'WAITING'
                                      and (bef.priority, bef.joined_at, bef.sequence) <= (_r7.priority, _r7.joined_at, _r7.sequence)
                                  )
                                end
                              ),
                              (
                                select
                                  (
                                    select
                                      json_build_array(
                                        json_build_array(
                                          sft.status = 'SCHEDULED',
                                          sft.signup_opens_at,
                                          case
                                            when act.kind = 'PARENT_LECTURE'
                                            and exists (
                                              select 1
                                              from parent_lecture plc
                                              where plc.shift_id = sft.id
                                            ) then sft.published_at
                                            else sft.signup_closes_at
                                          end,
                                          sft.starts_at,
                                          exists (
                                            select 1
                                            from signup sgn
                                            where
                                              sgn.person_id = $10::uuid
                                              and sgn.shift_id = sft.id
                                              and sgn.status in ('PENDING', 'CONFIRMED')
                                          ),
                                          exists (
                                            select 1
                                            from audience_target t
                                            where
                                              t.audience_id = act.audience_id
                                              and t.key = any ($7::text[])
                                          ),
                                          (
                                            select max(sus.ends_at)
                                            from volunteer_suspension sus
                                            where
                                              sus.person_id = $10::uuid
                                              and sus.district_id = sft.district_id
                                              and (
                                                sus.school_id is null
                                                or sus.school_id = sft.school_id
                                              )
                                              and sus.lifted_at is null
                                              and sus.starts_at <= $8::timestamptz
                                          ),
                                          coalesce(
                                            tstzrange (sft.starts_at, sft.ends_at) && (
                                              select range_agg(eng.during)
                                              from engagement eng
                                              where
                                                eng.subject = $10::uuid
                                                and eng.status = 'ACTIVE'
                                            ),
                                            false
                                          )
                                        ),
                                        rol.capacity,
                                        rol.places_taken + case
                                          when rol.approval_required
                                          and exists (
                                            select 1
                                            from waitlist_entry wle
                                            where
                                              wle.role_id = rol.id
                                              and wle.status = 'WAITING'
                                          ) then (
                                            select count(*)
                                            from signup sgn
                                            where
                                              sgn.role_id = rol.id
                                              and sgn.status = 'PENDING'
                                          )
                                          else 0
                                        end,
                                        (
                                          rol.qualification is null
                                          or exists (
                                            select 1
                                            from volunteer_qualification qual
                                            where
                                              qual.person_id = $10::uuid
                                              and qual.name = rol.qualification
                                              and qual.district_id = sft.district_id
                                              and qual.revoked_at is null
                                              and $9::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                          )
                                        )
                                      )
                                    from
                                      shift_role rol
                                      join shift sft on sft.id = rol.shift_id
                                      join volunteer_activity act on act.id = sft.activity_id
                                    where rol.id = wanted.id
                                  )
                                from shift_role wanted
                                where wanted.id = _r7.role_id
                              ),
                              (_r7.person_id is not distinct from $10::uuid),
                              (
                                select to_json(sft.starts_at)
                                from shift sft
                                where sft.id = _r7.shift_id
                              )
                            )::text,
                            -1
                          )
                        from waitlist_entry _r7
                        where
                          (
                            _r7.role_id = _l0.id
                            and _r7.person_id = $10::uuid
                            and (
                              (
                                _r7.guardian_id = $6::uuid
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
                                              and t.key = any ($7::text[])
                                          )
                                        from volunteer_activity act
                                        where act.id = sft.activity_id
                                      )
                                    from shift sft
                                    where sft.id = _r7.shift_id
                                  )
                                  or (
                                    _r7.status not in ('WAITING', 'OFFERED')
                                    and (
                                      select
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          or (
                                            sft.school_id is null
                                            and sft.district_id = any ($3::uuid[])
                                          )
                                        )
                                      from shift sft
                                      where sft.id = _r7.shift_id
                                    )
                                  )
                                  or (
                                    select sft.starts_at <= $8::timestamptz
                                    from shift sft
                                    where sft.id = _r7.shift_id
                                  )
                                )
                              )
                              or (
                                (
                                  select
                                    (
                                      sft.school_id = any ($4::uuid[])
                                      and (
                                        select act.organiser_id = $5::uuid
                                        from volunteer_activity act
                                        where act.id = sft.activity_id
                                      )
                                    )
                                  from shift sft
                                  where sft.id = _r7.shift_id
                                )
                                and (
                                  _r7.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $8::timestamptz
                                      from shift sft
                                      where sft.id = _r7.shift_id
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = aud.audience_id
                                            and t.key = any (
                                              array(
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
                                                  and $9::date between scy.starts_on and scy.ends_on
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
                                                  gsh.guardian_id = _r7.guardian_id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $9::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $9::date
                                                  )
                                              )
                                            )
                                        )
                                      from
                                        shift ash
                                        join volunteer_activity aud on aud.id = ash.activity_id
                                      where ash.id = _r7.shift_id
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
                                            tie.guardian_id = _r7.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $9::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $9::date
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
                                                and $9::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r7.shift_id
                                    )
                                  )
                                )
                              )
                            )
                            and _r7.status in ('WAITING', 'OFFERED')
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l1."id"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(json_build_array(_l1."title")::text, -1),
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from engagement _l1
                            where
                              (
                                _l1.subject = $10::uuid
                                and _l1.status = 'ACTIVE'
                                and _l1.during && (
                                  select tstzrange (sft.starts_at, sft.ends_at)
                                  from
                                    shift_role rol
                                    join shift sft on sft.id = rol.shift_id
                                  where rol.id = _l0.id
                                )
                                and not exists (
                                  select 1
                                  from
                                    signup sgn
                                    join shift_role own on own.shift_id = sgn.shift_id
                                  where
                                    sgn.id = _l1.source_id
                                    and own.id = _l0.id
                                    and _l1.kind = 'SHIFT_SIGNUP'
                                )
                                and (
                                  (
                                    _l1.person_id = $10::uuid
                                    and (
                                      _l1.rests_on is null
                                      or _l1.rests_on && $11::text[]
                                    )
                                  )
                                  or _l1.room_id in (
                                    select rm.id
                                    from room rm
                                    where rm.school_id = any ($4::uuid[])
                                  )
                                )
                                and true
                              )
                            order by
                              _l1."starts_at" asc,
                              _l1."id" asc
                            limit $12::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l2."id"::text || '",' || right(
                              json_build_array(
                                (
                                  select json_build_array(p.name, p.phone, p.phone_verified_at)
                                  from person p
                                  where p.id = _l2.person_id
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
                                        tie.guardian_id = _l2.id
                                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                        and (
                                          stu.school_id = any ($13::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($14::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l2.*
                            from guardian _l2
                            where
                              (
                                (
                                  _l2.id = any (
                                    array(
                                      select tie.guardian_id
                                      from
                                        household_student hst
                                        join household_guardian hgd on hgd.household_id = hst.household_id
                                        join guardianship tie on tie.guardian_id = hgd.guardian_id
                                        and tie.student_id = hst.student_id
                                      where
                                        hst.household_id = any ($15::uuid[])
                                        and hst.student_id = any ($16::uuid[])
                                        and tie.status = 'ACTIVE'
                                        and tie.valid_from <= $9::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $9::date
                                        )
                                    )
                                  )
                                  and _l2.id <> $6::uuid
                                  and exists (
                                    select 1
                                    from
                                      shift_role rol
                                      join shift sft on sft.id = rol.shift_id
                                      join volunteer_activity act on act.id = sft.activity_id
                                    where
                                      (
                                        rol.id = _l0.id
                                        and not exists (
                                          select 1
                                          from signup sgn
                                          where
                                            sgn.person_id = _l2.person_id
                                            and sgn.shift_id = sft.id
                                            and sgn.status in ('PENDING', 'CONFIRMED')
                                        )
                                        and exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = act.audience_id
                                            and t.key = any (
                                              array(
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
                                                  and $9::date between scy.starts_on and scy.ends_on
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
                                                  gsh.guardian_id = _l2.id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $9::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $9::date
                                                  )
                                              )
                                            )
                                        )
                                        and coalesce(
                                          (
                                            select max(sus.ends_at)
                                            from volunteer_suspension sus
                                            where
                                              sus.person_id = _l2.person_id
                                              and sus.district_id = sft.district_id
                                              and (
                                                sus.school_id is null
                                                or sus.school_id = sft.school_id
                                              )
                                              and sus.lifted_at is null
                                              and sus.starts_at <= $8::timestamptz
                                          ) <= $8::timestamptz,
                                          true
                                        )
                                        and (
                                          rol.qualification is null
                                          or exists (
                                            select 1
                                            from volunteer_qualification qual
                                            where
                                              qual.person_id = _l2.person_id
                                              and qual.name = rol.qualification
                                              and qual.district_id = sft.district_id
                                              and qual.revoked_at is null
                                              and $9::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                          )
                                        )
                                        and not exists (
                                          select 1
                                          from engagement eng
                                          where
                                            eng.subject = _l2.person_id
                                            and eng.status = 'ACTIVE'
                                            and eng.during && tstzrange (sft.starts_at, sft.ends_at)
                                        )
                                      )
                                  )
                                )
                                and (
                                  _l2.id = $6::uuid
                                  or _l2.id = any (
                                    array(
                                      select tie.guardian_id
                                      from
                                        household_student hst
                                        join household_guardian hgd on hgd.household_id = hst.household_id
                                        join guardianship tie on tie.guardian_id = hgd.guardian_id
                                        and tie.student_id = hst.student_id
                                      where
                                        hst.household_id = any ($15::uuid[])
                                        and hst.student_id = any ($16::uuid[])
                                        and tie.status = 'ACTIVE'
                                        and tie.valid_from <= $9::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $9::date
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from
                                      guardianship g
                                      join class_membership m on m.student_id = g.student_id
                                    where
                                      g.guardian_id = _l2.id
                                      and g.status in ('ACTIVE', 'PENDING')
                                      and m.school_class_id = any ($14::uuid[])
                                      and m.status = 'ACTIVE'
                                  )
                                )
                                and true
                              )
                            order by
                              _l2."created_at" asc,
                              _l2."id" asc
                            limit $17::int
                          ) _l2
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || _l0."places_taken"::text || ',' || _l0."approval_required"::text || ',' || _l0."minimum"::text || ',' || right(
                        json_build_array(
                          _l0."name",
                          (false),
                          (
                            select
                              json_build_array(
                                (
                                  select
                                    json_build_array(
                                      _r0.status = 'SCHEDULED',
                                      _r0.signup_opens_at,
                                      case
                                        when act.kind = 'PARENT_LECTURE'
                                        and exists (
                                          select 1
                                          from parent_lecture plc
                                          where plc.shift_id = _r0.id
                                        ) then _r0.published_at
                                        else _r0.signup_closes_at
                                      end,
                                      _r0.starts_at,
                                      exists (
                                        select 1
                                        from signup sgn
                                        where
                                          sgn.person_id = $10::uuid
                                          and sgn.shift_id = _r0.id
                                          and sgn.status in ('PENDING', 'CONFIRMED')
                                      ),
                                      exists (
                                        select 1
                                        from audience_target t
                                        where
                                          t.audience_id = act.audience_id
                                          and t.key = any ($7::text[])
                                      ),
                                      (
                                        select max(sus.ends_at)
                                        from volunteer_suspension sus
                                        where
                                          sus.person_id = $10::uuid
                                          and sus.district_id = _r0.district_id
                                          and (
                                            sus.school_id is null
                                            or sus.school_id = _r0.school_id
                                          )
                                          and sus.lifted_at is null
                                          and sus.starts_at <= $8::timestamptz
                                      ),
                                      coalesce(
                                        tstzrange (_r0.starts_at, _r0.ends_at) && (
                                          select range_agg(eng.during)
                                          from engagement eng
                                          where
                                            eng.subject = $10::uuid
                                            and eng.status = 'ACTIVE'
                                        ),
                                        false
                                      )
                                    )
                                  from volunteer_activity act
                                  where act.id = _r0.activity_id
                                ),
                                _l0.capacity,
                                _l0.places_taken + case
                                  when _l0.approval_required
                                  and exists (
                                    select 1
                                    from waitlist_entry wle
                                    where
                                      wle.role_id = _l0.id
                                      and wle.status = 'WAITING'
                                  ) then (
                                    select count(*)
                                    from signup sgn
                                    where
                                      sgn.role_id = _l0.id
                                      and sgn.status = 'PENDING'
                                  )
                                  else 0
                                end,
                                (
                                  _l0.qualification is null
                                  or exists (
                                    select 1
                                    from volunteer_qualification qual
                                    where
                                      qual.person_id = $10::uuid
                                      and qual.name = _l0.qualification
                                      and qual.district_id = _r0.district_id
                                      and qual.revoked_at is null
                                      and $9::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                  )
                                )
                              )
                          ),
                          _l0."description",
                          _l0."qualification",
                          (
                            exists (
                              select 1
                              from waitlist_entry own
                              where
                                own.role_id = _l0.id
                                and own.person_id = $10::uuid
                                and (
                                  own.status = 'WAITING'
                                  or own.status = 'OFFERED'
                                  and own.offer_expires_at > $8::timestamptz
                                )
                            )
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift_role _l0
                    where
                      (
                        _l0."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."ordinal" asc,
                      _l0."id" asc
                    limit $18::int
                  ) _l0
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '","' || _r0."signup_opens_at"::text || '","' || _r0."signup_closes_at"::text || '","' || _r0."cancel_until"::text || '",' || right(json_build_array(_r0."place", _r0."cancel_reason")::text, -1)
            ),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($19::uuid[])
            and (
              (
                _r0.published_at is not null
                and (
                  _r0.school_id = any ($2::uuid[])
                  or (
                    _r0.school_id is null
                    and _r0.district_id = any ($3::uuid[])
                  )
                )
              )
              or (
                _r0.school_id = any ($4::uuid[])
                and (
                  _r0.published_at is not null
                  or (
                    select act.organiser_id = $5::uuid
                    from volunteer_activity act
                    where act.id = _r0.activity_id
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
